// The page: choosers, headline figures, and what is told in words.

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

function days(count) {
  return counted(count, 'day');
}

function counted(count, thing) {
  return countText(count) + ' ' + thing + (count === 1 ? '' : 's');
}

function fillChoosers() {
  const bot = document.getElementById('bot');
  bot.append(element('option', { value: '' }, 'All bots'));
  data.bots.forEach((each, index) => bot.append(element('option', { value: index, dir: 'auto' }, each.label)));
  const channel = document.getElementById('channel');
  channel.append(element('option', { value: '' }, 'All channels'));
  data.channels.forEach((name, index) =>
    channel.append(element('option', { value: index, dir: 'auto' }, name === null ? '(none)' : name)));
  const periods = document.getElementById('periods');
  data.periods.forEach((length, index) => {
    const input = element('input', { type: 'radio', name: 'period', value: index, 'aria-label': 'Last ' + days(length) });
    periods.append(element('label', {}, input, element('span', { 'aria-hidden': 'true' }, days(length))));
  });
}

function showChoice() {
  document.getElementById('bot').value = choice.bot === null ? '' : choice.bot;
  document.getElementById('channel').value = choice.channel === null ? '' : choice.channel;
  document.querySelector('#periods input[value="' + choice.period + '"]').checked = true;
}

/** Takes the choice of the address, where it names what the page has. */
function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  const find = (list, value) => (value === null || list.indexOf(value) < 0 ? null : list.indexOf(value));
  choice.bot = find(data.bots.map((bot) => bot.id), given.get('bot'));
  choice.channel = find(data.channels, given.get('channel'));
  choice.period = find(data.periods, Number(given.get('days'))) ?? Math.min(1, data.periods.length - 1);
}

function writeAddress() {
  const given = new URLSearchParams();
  if (choice.bot !== null) {
    given.set('bot', data.bots[choice.bot].id);
  }
  if (choice.channel !== null && data.channels[choice.channel] !== null) {
    given.set('channel', data.channels[choice.channel]);
  }
  given.set('days', data.periods[choice.period]);
  try {
    history.replaceState(null, '', '#' + given);
  } catch (refused) {
    // A page shown inside a mail program may have no address to change.
  }
}

function headline([label, name, sense], now, before) {
  const count = label === 'AI answers' ? 'response_generated' : 'conversations';
  const value = name ? rate(name, now) : now[count];
  const earlier = name ? rate(name, before) : before[count];
  const tile = element('div', { class: 'rate', 'data-rate': name || count },
    element('h2', {}, label), element('p', { class: 'value' }, name ? rateText(value) : countText(value ?? (count === 'conversations' ? 0 : null))));
  tile.append(change(value, earlier, name, sense));
  if (name) {
    const [part, whole] = RATES[name](now);
    tile.append(element('p', { class: 'parts' }, countText(part) + ' of ' + countText(whole)));
  } else if (earlier !== null) {
    tile.append(element('p', { class: 'parts' }, countText(earlier) + ' before'));
  }
  return tile;
}

function noComparison(unloaded) {
  return unloaded.days === 0 ? 'no comparison' : unloaded.days + ' of ' + days(unloaded.of) + ' before not loaded' + ofBots(unloaded);
}

function ofBots(unloaded) {
  return unloaded.ofBots === 1 ? '' : ' for ' + unloaded.bots + ' of ' + unloaded.ofBots + ' bots';
}

function change(value, earlier, isRate, sense) {
  if (value === null || earlier === null || (!isRate && earlier === 0)) {
    return element('p', { class: 'change quiet' }, noComparison(unloadedBefore(choice)));
  }
  const difference = isRate ? value - earlier : Math.round((value - earlier) * 1000 / earlier);
  const kind = difference * sense > 0 ? ' better' : difference * sense < 0 ? ' worse' : '';
  const arrow = difference > 0 ? '\u25b2' : difference < 0 ? '\u25bc' : '=';
  const text = element('p', { class: 'change' + kind },
    element('span', { 'aria-hidden': 'true' }, arrow + ' '), signed(difference, isRate ? ' points' : '%'));
  if (kind) {
    text.append(element('span', { class: 'hidden' }, ',' + kind));
  }
  return text;
}

function summaryParts(now) {
  const length = data.periods[choice.period];
  const bot = choice.bot === null ? 'All bots' : isolated(data.bots[choice.bot].label);
  const name = choice.channel === null ? null : data.channels[choice.channel];
  const channel = choice.channel === null ? 'all channels' : name === null ? 'no channel' : isolated(name);
  const first = data.length - length;
  return [bot, ', ', channel, ', ' + shortDay(first, true) + ' to ' + shortDay(data.length - 1, true) + ' (' + days(length) + '): '
    + counted(now.conversations || 0, 'conversation') + ', ' + rateText(rate('bot_handled', now)) + ' bot handled.'];
}

function showWarnings(unloaded) {
  const texts = unloaded.days === 0 ? data.warnings : [unloadedText(unloaded), ...data.warnings];
  document.getElementById('warnings').replaceChildren(
    ...texts.map((text) => element('p', { class: 'warning', role: 'note', dir: 'auto' }, text)));
}

function unloadedText(unloaded) {
  return 'Of ' + days(unloaded.of) + ', ' + unloaded.days + (unloaded.days === 1 ? ' is' : ' are') + ' not wholly loaded ('
    + unloaded.bots + ' of ' + counted(unloaded.ofBots, 'bot') + ', the last is ' + dateOf(unloaded.last)
    + '): the figures lack conversations of these days.';
}

function show() {
  showWarnings(unloadedDays(choice));
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
  showMix('languages', 'Language', data.languages, languageMix(choice));
  showMix('channels', 'Channel', data.channels, channelMix(choice));
  setNote(document.getElementById('answers'), answersNote(now));
  showStack('answers', 'AI answers', ANSWERS, table);
  showCoverage(choice);
}

function answersNote(now) {
  return countText(now.ai_conversations || 0) + ' conversations had an AI answer, '
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

function tellOfTheData() {
  const reach = data.last_day === null ? 'nothing is loaded yet' : 'data up to ' + data.last_day;
  document.getElementById('about').textContent =
    'Conversations by the day of their ' + data.day_of + ' (' + data.zone + ') \u00b7 ' + reach + ' \u00b7 made ' + data.made;
  const made = document.getElementById('made');
  made.append('Made by botledger ' + data.version + '. Range: ' + data.from + ' to ' + dateOf(data.length - 1) + '.');
  for (const [name, value] of data.filters) {
    made.append(' ', name + ': ', isolated(value), '.');
  }
}

function start() {
  tellOfTheData();
  fillChoosers();
  readAddress();
  showChoice();
  show();
  document.getElementById('choosers').addEventListener('change', choose);
  document.getElementById('choosers').addEventListener('submit', (event) => event.preventDefault());
  window.addEventListener('hashchange', () => {
    readAddress();
    showChoice();
    show();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show);
  window.addEventListener('beforeprint', () => printing(true));
  window.addEventListener('afterprint', () => printing(false));
}

/** Paper is light, whatever the screen is. */
function printing(now) {
  document.documentElement.classList.toggle('printing', now);
  show();
  charts.forEach((chart) => chart.resize());
}

start();
