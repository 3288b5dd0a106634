/** Tries until what is claimed holds, for half a minute at most: what comes by itself comes when it can. */
export async function eventually(check: () => void | Promise<void>, everyMs = 50): Promise<void> {
  for (const end = Date.now() + 30_000; ;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  }
}
