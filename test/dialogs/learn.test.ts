import assert from 'node:assert/strict';
import { goBack } from '../../dialogs/back.ts';
import { learn, tellTopic, toLearn } from '../../dialogs/learn.ts';
import { lexicalUnderstanding } from '../../dialogs/lexical.ts';
import { readsOf } from '../../dialogs/read/words.ts';
import { freshState, State } from '../../dialogs/state.ts';
import type { Waiting } from '../../dialogs/waiting.ts';
import { notMine, type Step } from '../../dialogs/step.ts';
import type { ChannelName, World } from '../../dialogs/world.ts';
import { catalogOn } from '../../policy/catalog.ts';
import { TopicGroup, topicGroups, TopicId } from '../../policy/topics.ts';
import { mintTurnIds } from '../../server/ids.ts';
import { planById } from '../../server/plans/index.ts';

const worldOn = (channel: ChannelName): World => ({
  today: '2026-11-20',
  plan: planById('iehp'),
  catalog: catalogOn('2026-11-20'),
  channel,
  staffed: true,
  onCall: true,
  news: [],
  ids: mintTurnIds(),
});
const sms = worldOn('sms');
const web = worldOn('web');
const begun: State = { ...freshState('en'), waiting: { dialog: 'findings' } };

type Learn = Extract<Waiting, { dialog: 'learn' }>;

function choices({ says }: Step): readonly string[] {
  const asked = says.find((say) => say.kind === 'ask');
  assert.ok(asked?.kind === 'ask' && asked.input.kind === 'one');
  return asked.input.options.map(({ id }) => id);
}

function pick(id: string, state: State, world: World): Step {
  assert.equal(state.waiting.dialog, 'learn');
  const found = learn.hear(state.waiting, { kind: 'chosen', ids: [id] }, state, world);
  assert.ok(found !== notMine, `${id} is not on offer`);
  return found;
}

/** Every page from here on, until "more" is no longer there. */
function pages(first: Step, world: World): readonly (readonly string[])[] {
  const here = choices(first);
  return here.includes('more') ? [here, ...pages(pick('more', first.state, world), world)] : [here];
}

const grouped = (id: string): string => `group:${id}`;
const offered = (all: readonly (readonly string[])[]): readonly string[] =>
  all.flat().filter((id) => id !== 'more' && id !== 'menu');

describe('the list of what we can explain', () => {
  it('begins with the groups: all of them on the page, four and "more" by text', () => {
    assert.deepEqual(choices(toLearn(begun, web)), [...TopicGroup.options.map(grouped), 'menu']);
    const texts = pages(toLearn(begun, sms), sms);
    for (const page of texts) assert.ok(page.length <= 5, page.join());
    assert.deepEqual(offered(texts), TopicGroup.options.map(grouped));
  });

  for (const group of TopicGroup.options) {
    it(`shows every topic of "${group}": all of them on the page, four and "more" by text`, () => {
      const onPage = pick(grouped(group), toLearn(begun, web).state, web);
      assert.deepEqual(choices(onPage), [...topicGroups[group], 'menu']);
      const from = pages(toLearn(begun, sms), sms).findIndex((page) => page.includes(grouped(group)));
      const list = Array.from({ length: from }).reduce<Step>((at) => pick('more', at.state, sms), toLearn(begun, sms));
      const texts = pages(pick(grouped(group), list.state, sms), sms);
      for (const page of texts) assert.ok(page.length <= 5, page.join());
      assert.deepEqual(offered(texts), topicGroups[group]);
    });
  }

  it('tells a topic and shows the same page of its group again', () => {
    const inGroup = pick(grouped('rights'), toLearn(begun, sms).state, sms);
    const second = pick('more', inGroup.state, sms);
    const told = pick('stateHearing', second.state, sms);
    assert.deepEqual(told.state.waiting, second.state.waiting);
    assert.deepEqual(choices(told), choices(second));
    assert.ok(told.says.some((say) => say.kind === 'line' && say.line.key === 'topics.stateHearing.short'));
    assert.ok(told.says.some((say) => say.kind === 'source' && say.cites.length > 0));
  });

  it('goes back from any page of a group to the groups, and from there to what was before', () => {
    const second = pick('more', pick(grouped('rights'), toLearn(begun, sms).state, sms).state, sms);
    const back = goBack(second.state, sms);
    assert.deepEqual(back.state.waiting, { dialog: 'learn', page: 0 });
    assert.deepEqual(goBack(back.state, sms).state.waiting, { dialog: 'findings' });
  });

  it('reads a conversation that was kept before there were groups, at a page that is gone', () => {
    const old = State.parse({ ...freshState('en'), waiting: { dialog: 'learn', page: 6 } });
    assert.deepEqual(old.waiting, { dialog: 'learn', page: 6 });
    const last = pages(toLearn(begun, sms), sms).at(-1);
    assert.deepEqual(choices({ state: old, says: learn.ask(old.waiting as Learn, old, sms), does: [] }), last);
  });

  it('says whole paragraphs on the page and the short words by text, with every gap filled', () => {
    for (const topic of TopicId.options) {
      for (const world of [web, sms]) {
        const lines = tellTopic(topic, begun, world).says.flatMap((say) => (say.kind === 'line' ? [say.line] : []));
        const told = lines.filter(({ key }) => key.startsWith(`topics.${topic}.`) && !key.endsWith('.title'));
        assert.equal(told.length, world === web ? 3 : 1, topic);
      }
    }
  });
});

describe('a topic asked for in own words', () => {
  const understanding = lexicalUnderstanding();
  const phrases = readsOf.en.topics;

  it('has at least eight ways to be said for every topic that no programme has words for', () => {
    for (const topic of TopicId.options) {
      const ways = [...(phrases[topic] ?? []), ...(readsOf.en.programmes[topic] ?? [])];
      assert.ok(new Set(ways).size >= 8 || topic === 'whoForSupports', `${topic}: ${ways.length}`);
    }
  });

  for (const topic of TopicId.options) {
    it(`${topic}: "tell me about ..." reaches it in each of its ways`, async () => {
      const ways = phrases[topic] ?? readsOf.en.programmes[topic] ?? [];
      for (const way of ways) {
        const found = await understanding.read(`tell me about ${way}`, 'en');
        assert.deepEqual(found, { wants: 'learn', topic }, way);
      }
    });
  }

  for (const [said, topic] of [
    ['how do I appeal?', 'appeal'],
    ['What is a grievance?', 'grievance'],
    ['can I keep my services while I appeal', 'keepServices'],
    ['my mom has medicare and ecm', 'medicare'],
    ['what is ihss', 'ihss'],
    ['what happens if i move to another county', 'movingCounty'],
    ['i want out of ecm', 'stopping'],
    ['what is a share of cost?', 'shareOfCost'],
    ['What does closed loop mean', 'closedLoop'],
    ['how can our organization become a provider', 'becomeProvider'],
    ['is path funding open', 'becomeProvider'],
    ['just got out of jail, what now', 'leavingJail'],
    ['more about pregnancy please', 'pregnancy'],
    ['my son is in foster care', 'fosterCare'],
    ['how do i change my care manager', 'changeCareManager'],
    ['who can refer me', 'whoMayAsk'],
    ['do you have large print', 'otherFormats'],
    ['can they make it faster', 'fastAnswer'],
    ['how long does ecm last', 'lasting'],
    ['what does my plan see', 'whatIsSent'],
  ] as const)
    it(`"${said}" is about ${topic}`, async () =>
      assert.deepEqual(await understanding.read(said, 'en'), { wants: 'learn', topic }));

  it('a complaint that is made is still one', async () => {
    for (const said of ['I want to file a complaint', 'my care manager was rude'])
      assert.deepEqual(await understanding.read(said, 'en'), { wants: 'complaint' });
    assert.deepEqual(await understanding.read('they denied my request', 'en'), { wants: 'appeal' });
  });
});

describe('a support that has another name (policy.md 2.11, 2.12, 2.14, 2.15; 6 #18)', () => {
  const names = (topic: TopicId, world: World): readonly unknown[] =>
    tellTopic(topic, begun, world).says.flatMap((say) =>
      say.kind === 'line' && say.line.key === 'programmes.alsoCalled' ? [say.line.params?.['name']] : [],
    );
  const cases: readonly [topic: TopicId, name: string | undefined][] = [
    ['assistedLivingTransitions', 'Nursing Facility Transition/Diversion to Assisted Living Facilities'],
    ['homeTransition', 'Community Transition Services/Nursing Facility Transition to a Home'],
    ['homeModifications', 'Environmental Accessibility Adaptations'],
    ['medicallyTailoredMeals', 'Medically-Supportive Food'],
    ['respite', 'Caregiver Respite Services'],
    ['asthmaRemediation', undefined],
    ['cost', undefined],
  ];
  for (const [topic, name] of cases) {
    it(`is told with it, on the page and by text: ${topic}`, () => {
      for (const world of [web, sms]) assert.deepEqual(names(topic, world), name === undefined ? [] : [name]);
    });
  }
});

describe('a topic of a support whose last known day is past (policy.md 6 #16)', () => {
  const saysSo = (topic: TopicId, today: World['today'], world: World): boolean =>
    tellTopic(topic, begun, { ...world, today, catalog: catalogOn(today) }).says.some(
      (say) => say.kind === 'line' && say.line.key === 'programmes.lapsed.self',
    );

  it('says up to which day the rule is known, on the page and by text, and not a day too early', () => {
    for (const world of [web, sms]) {
      for (const topic of ['recuperativeCare', 'shortTermPostHospitalizationHousing'] as const) {
        assert.equal(saysSo(topic, '2026-12-31', world), false, topic);
        assert.equal(saysSo(topic, '2027-01-01', world), true, topic);
      }
      assert.equal(saysSo('transitionalRent', '2027-01-01', world), false);
    }
  });
});

describe('what members ask that is not for the screen', () => {
  const understanding = lexicalUnderstanding();
  for (const [said, topic] of [
    ['whats calaim', 'calAim'],
    ['somebody called me about a care manager is this a scam', 'calledFirst'],
    ['do i have to sign anything', 'signing'],
    ['can my own doctor be my care manager', 'ownTeam'],
    ['my clinic said they can start ecm right away is that true', 'startNow'],
    ['they dont offer that here', 'offered'],
    ['my plan says my referral was void what does that mean', 'moreAsked'],
    ['how many days do i have to appeal', 'appeal'],
    ['do i need a lawyer for the hearing', 'appealHelp'],
    ['i lost my medi-cal what do i do', 'noMediCal'],
    ['i have kaiser not iehp can you help me', 'anotherPlan'],
    ['how do i get a ride to my doctor', 'rides'],
    ['i need teeth pulled', 'dental'],
    ['does this affect my ssi check', 'otherBenefits'],
    ['can i get paid to take care of my mom', 'ihss'],
    ['i have tcm from the county do i lose it', 'targetedCaseManagement'],
    ['im undocumented can i get this', 'privacy'],
    ['is there an income limit', 'noExtraRules'],
    ['who decides if i qualify', 'planLetter'],
    ['what happend to whole person care', 'oldNames'],
  ] as const)
    it(`"${said}" is about ${topic}`, async () =>
      assert.deepEqual(await understanding.read(said, 'en'), { wants: 'learn', topic }));

  it('a trouble that is told is still screened for, though a topic has its words', async () => {
    for (const said of [
      'got no address i sleep in my car',
      'on parole no place to stay',
      'im homeless and i got no phone',
    ])
      assert.equal((await understanding.read(said, 'en'))?.wants, 'screen', said);
  });
});
