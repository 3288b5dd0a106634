/** Where "Leave this page" leads: a site that says nothing about why somebody was here. */
export const exitSite = 'https://www.google.com';
