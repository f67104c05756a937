// The page: choosers, headline figures, and what happens.

const choice = { bot: null, channel: null, period: 0 };

const HEADLINES = [
  ['Conversations', null, 0],
  ['Bot handled', 'bot_handled', 1],
  ['Deflection', 'deflection', 1],
  ['Automation', 'automation', 1],
  ['Escalation', 'escalation', -1],
  ['Messages understood', 'understood', 1],
  ['AI answers', null, 0],
];

function fillChoosers() {
  const fill = (id, all, entries) => {
    const list = document.getElementById(id);
    list.append(element('option', { value: '', dir: 'auto' }, all));
    if (entries.length > 1) {
      list.append(...entries.map(([value, text]) => element('option', { value, dir: 'auto' }, text)));
    }
  };
  fill('bot', allBots(), data.bots.map((bot, index) => [index, bot.label]).sort((a, b) => NAMES.compare(a[1], b[1])));
  fill('channel', allChannels(), data.channels.map((name, index) => [index, channelName(index)]));
  document.getElementById('periods').append(...data.periods.map((length, index) => element('label', {},
    element('input', { type: 'radio', name: 'period', value: index, 'aria-label': length === 1 ? 'Last day' : 'Last ' + days(length) }),
    element('span', { 'aria-hidden': 'true' }, countText(length)))));
}

function showChoice() {
  document.getElementById('bot').value = choice.bot ?? '';
  document.getElementById('channel').value = choice.channel ?? '';
  document.querySelector('#periods input[value="' + choice.period + '"]').checked = true;
}

/** Takes the choice of the address, where it names what the page has. */
function readAddress() {
  const address = new URLSearchParams(location.hash.slice(1));
  const find = (list, value) => (list.indexOf(value) < 0 ? null : list.indexOf(value));
  const among = (list, value) => (list.length < 2 || value === undefined ? null : find(list, value));
  choice.bot = among(data.bots.map((bot) => bot.id), address.get('bot') ?? undefined);
  choice.channel = among(data.channels, address.has('no-channel') ? null : address.get('channel') ?? undefined);
  choice.period = find(data.periods, Number(address.get('days'))) ?? usualPeriod(choice);
}

function writeAddress() {
  const address = new URLSearchParams();
  if (choice.bot !== null) {
    address.set('bot', data.bots[choice.bot].id);
  }
  if (choice.channel !== null) {
    const name = data.channels[choice.channel];
    address.set(...(name === null ? ['no-channel', ''] : ['channel', name]));
  }
  address.set('days', data.periods[choice.period]);
  try {
    history.replaceState(null, '', '#' + address);
  } catch (refused) {
    // A page shown inside a mail program may have no address to change.
  }
}

function headline([label, name, sense], now, before) {
  const count = label === 'AI answers' ? 'response_generated' : 'conversations';
  const [part, whole] = name ? RATES[name](now) : [now[count] ?? (count === 'conversations' ? 0 : null)];
  const value = name ? rateText(tenths(part, whole)) : countText(part);
  const tile = element('div', { class: 'rate', 'data-rate': name || count }, element('h2', {}, label), element('p', { class: 'value' }, value));
  if (part === null || whole === 0 || whole === null) {
    tile.append(element('p', { class: 'parts' }, missingText(now, whole)));
    return tile;
  }
  if (!now.conversations) {
    return tile;
  }
  const doubt = name === 'understood' ? doubtText() : null;
  if (before !== null && doubt !== NEVER_REPORTED) {
    tile.append(name ? change(pointsBetween(RATES[name](before), [part, whole]), ' points', sense) : change(growth(before[count], now[count]), '%', sense));
  }
  if (name) {
    tile.append(element('p', { class: 'parts' }, countText(part) + ' of ' + countText(whole)));
  } else if (before?.[count]) {
    tile.append(element('p', { class: 'parts' }, countText(before[count]) + ' before'));
  }
  if (doubt !== null) {
    tile.classList.add('doubtful');
    tile.append(element('p', { class: 'doubt' }, element('span', { 'aria-hidden': 'true' }, '\u26a0\ufe0e '), doubt));
  }
  return tile;
}

/** Why there is no figure. */
function missingText(now, whole) {
  return !now.conversations ? 'no conversations' : whole === 0 ? 'no messages of visitors' : 'not told by the exports';
}

function change(difference, unit, sense) {
  if (difference === null) {
    return element('p', { class: 'change quiet' }, 'nothing before');
  }
  const kind = difference * sense > 0 ? ' better' : difference * sense < 0 ? ' worse' : '';
  const arrow = difference > 0 ? '\u25b2' : difference < 0 ? '\u25bc' : '=';
  const text = element('p', { class: 'change' + kind },
    element('span', { 'aria-hidden': 'true' }, arrow + ' '), signed(difference, unit));
  if (kind) {
    text.append(element('span', { class: 'hidden' }, ',' + kind));
  }
  return text;
}

function show() {
  if (isEmpty()) {
    return;
  }
  showWarnings();
  const now = periodFigures(choice);
  const before = figuresBefore(choice);
  const table = buckets(choice);
  document.getElementById('summary').replaceChildren(...summaryParts(now));
  document.getElementById('rates').replaceChildren(...HEADLINES.map((line) => headline(line, now, before)));
  showTrend(table);
  setNote(document.getElementById('status'), bucketNote(table));
  showStack('status', 'Conversations by status', STATUSES, table);
  showIntents(topIntents(choice));
  showHours(weekHours(choice));
  showMix('languages', 'Languages', 'Language', data.languages, languageMix(choice));
  showMix('channels', 'Channels', 'Channel', data.channels, channelMix(choice));
  setNote(document.getElementById('answers'), answersNote(now));
  showStack('answers', 'AI answers', ANSWERS, table);
  showCoverage(choice);
}

function answersNote(now) {
  return counted(now.ai_conversations || 0, 'conversation') + ' had an AI answer, '
    + rateText(tenths(now.ai_conversations, now.conversations)) + ' of all.';
}

function choose() {
  const number = (id) => {
    const value = document.getElementById(id).value;
    return value === '' ? null : Number(value);
  };
  choice.bot = number('bot');
  choice.channel = number('channel');
  choice.period = Number(document.querySelector('#periods input:checked').value);
  writeAddress();
  show();
}

function start() {
  tellOfTheData();
  fillChoosers();
  readAddress();
  showChoice();
  show();
  for (const id of ['choosers', 'summary', 'rates', 'cards']) {
    document.getElementById(id).hidden = isEmpty();
  }
  document.getElementById('nothing').hidden = !isEmpty();
  document.getElementById('choosers').addEventListener('change', choose);
  document.getElementById('choosers').addEventListener('submit', (event) => event.preventDefault());
  document.getElementById('skip').addEventListener('click', skip);
  window.addEventListener('hashchange', () => {
    readAddress();
    showChoice();
    show();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
  window.addEventListener('beforeprint', () => printing(true));
  window.addEventListener('afterprint', () => printing(false));
}

/** Goes to the figures without an address of theirs, which would end the choice. */
function skip(event) {
  event.preventDefault();
  const figures = document.getElementById('figures');
  figures.focus();
  figures.scrollIntoView();
}

function isPrinting() {
  return document.documentElement.classList.contains('printing');
}

/** Paper is light, whatever the screen is, and as wide as the style says: the browser has not laid it out yet. */
function printing(now) {
  document.documentElement.classList.toggle('printing', now);
  show();
  charts.forEach((chart) => chart.resize());
}

start();
