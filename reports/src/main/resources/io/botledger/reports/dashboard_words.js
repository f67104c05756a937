// Words: what the page says of its choice, of the days before and of its data.

const COUNT = new Intl.NumberFormat('en');
const NEVER_REPORTED = 'never reported';

function countText(count) {
  return count === null ? '\u2013' : COUNT.format(count);
}

function rateText(value) {
  return value === null ? '\u2013' : (value / 10).toFixed(1) + '%';
}

function signed(value, unit) {
  return (value > 0 ? '+' : value < 0 ? '\u2212' : '\u00b1') + COUNT.format(Math.floor(Math.abs(value) / 10))
    + '.' + Math.abs(value) % 10 + unit;
}

function counted(count, thing) {
  return countText(count) + ' ' + thing + (count === 1 ? '' : 's');
}

function days(count) {
  return counted(count, 'day');
}

function shortDay(day, withYear) {
  const form = { day: 'numeric', month: 'short', timeZone: 'UTC' };
  return new Intl.DateTimeFormat('en-GB', withYear ? { ...form, year: 'numeric' } : form).format(instantOf(day));
}

function monthName(instant) {
  return new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(instant);
}

/** A text of the data, which keeps its direction of writing to itself. */
function isolated(text) {
  return element('bdi', { dir: 'auto' }, text);
}

/** Some texts of the data with commas and an "and" between them. */
function listed(texts) {
  return texts.flatMap((text, index) => [index === 0 ? '' : index < texts.length - 1 ? ', ' : ' and ', isolated(text)]);
}

/** Some of the bots by name; those beyond three by number alone. */
function botNames(bots) {
  const names = bots.slice(0, bots.length > 4 ? 3 : 4).map((bot) => data.bots[bot].label);
  return names.length < bots.length
    ? [...listed(names).map((part) => (part === ' and ' ? ', ' : part)), ' and ' + (bots.length - names.length) + ' more bots']
    : listed(names);
}

function given(filter) {
  return data.filters.filter(([name]) => name === filter).map(([, value]) => value);
}

/** What stands for all bots, and for all channels: a name where there is one alone. */
function allBots() {
  return data.bots.length === 1 ? data.bots[0].label : given('bot').length > 0 ? 'All chosen bots' : 'All bots';
}

function channelName(channel) {
  return data.channels[channel] ?? '(none)';
}

function allChannels() {
  return data.channels.length === 1 ? channelName(0) : given('channel').length > 0 ? 'All chosen channels' : 'All channels';
}

/** What leaves conversations out of the page, as parts of a list. */
function filterParts() {
  const only = (filter, one, many) => {
    const values = given(filter);
    return values.length === 0 ? [] : [['only the ' + (values.length === 1 ? one : many) + ' ', ...listed(values)]];
  };
  const least = given('min bot messages').map(Number).filter((count) => count > 0);
  const told = ['bot', 'channel', 'language', 'exclude test', 'min bot messages', 'ignore intent'];
  return [
    ...only('bot', 'bot', 'bots'),
    ...only('channel', 'channel', 'channels'),
    ...only('language', 'language', 'languages'),
    ...(given('exclude test').includes('true') ? [['without test conversations']] : []),
    ...least.map((count) => ['with at least ' + counted(count, 'message') + ' of the bot']),
    ...data.filters.filter(([name]) => !told.includes(name)).map(([name, value]) => [name + ' ', isolated(value)]),
  ];
}

/** Whether conversations are left out. */
function isFiltered() {
  return filterParts().length > 0;
}

/** What the page was made with: what leaves conversations out, and what leaves out none but changes their intents. */
function settingParts() {
  const filters = filterParts().flatMap((part, index) => [index === 0 ? 'Filtered: ' : ' \u00b7 ', ...part]);
  const ignored = given('ignore intent').filter((name) => name !== '');
  return ignored.length === 0 ? filters : [...filters, isFiltered() ? '. ' : '', 'Not counted as an intent: ', ...listed(ignored)];
}

function summaryParts(now) {
  const length = data.periods[choice.period];
  const bot = choice.bot === null ? allBots() : data.bots[choice.bot].label;
  const channel = choice.channel === null ? allChannels() : channelName(choice.channel);
  const named = (text, otherwise) => (text === otherwise ? text : isolated(text));
  const first = data.length - length;
  const dates = length === 1 ? shortDay(first, true) : shortDay(first, true) + ' to ' + shortDay(data.length - 1, true);
  return [
    named(bot, 'All bots'), ', ', channel === 'All channels' ? 'all channels' : named(channel, 'All chosen channels'),
    ', ' + dates + ' (' + days(length) + '): ' + resultText(now) + ' ', ...comparisonParts(now),
  ];
}

function resultText(now) {
  const passing = isFiltered() ? ' that pass' + (now.conversations === 1 ? 'es' : '') + ' the filters' : '';
  return now.conversations
    ? counted(now.conversations, 'conversation') + passing + ', ' + rateText(rate('bot_handled', now)) + ' bot handled.'
    : 'no conversation' + (isFiltered() ? ' passes the filters.' : '.');
}

/** What the period is compared with, or why with nothing. */
function comparisonParts(now) {
  const length = data.periods[choice.period];
  const unloaded = unloadedBefore(choice);
  const before = 'the ' + (length === 1 ? 'day' : days(length)) + ' before';
  if (!now.conversations) {
    return [];
  }
  if (unloaded.days === 0) {
    return ['Compared with ' + before + '.'];
  }
  const which = length === 1 ? 'it is' : countText(unloaded.days) + ' of these ' + (unloaded.days === 1 ? 'is' : 'are');
  return ['Not compared with ' + before + ': ', ...(beginParts() ?? [which + ' not loaded' + ofBots(unloaded)]), '.'];
}

/** Where the data of bots begins that have none of the first days before; null if all have. */
function beginParts() {
  const first = data.length - 2 * data.periods[choice.period];
  const bots = choice.bot === null ? [...data.bots.keys()] : [choice.bot];
  const late = bots.filter((bot) => beginOf(bot) === null || beginOf(bot) > first);
  if (late.length === 0 || late.some((bot) => beginOf(bot) === null)) {
    return null;
  }
  const begins = late.map(beginOf);
  const last = shortDay(Math.max(...begins), true);
  const all = late.length === bots.length;
  if (all && begins.every((begin) => begin === begins[0])) {
    return ['data begins on ' + last];
  }
  return late.length === 1
    ? ['data of ', ...botNames(late), ' begins on ' + last]
    : ['data of ' + (all ? 'all ' : late.length + ' of ') + bots.length + ' bots begins later, the last on ' + last];
}

function ofBots(unloaded) {
  return unloaded.ofBots === 1 ? '' : ' for ' + unloaded.bots + ' of ' + unloaded.ofBots + ' bots';
}

function showWarnings() {
  const unloaded = unloadedDays(choice);
  const silent = silentBots(choice);
  const texts = [
    ...(unloaded.days === 0 ? [] : [[unloadedText(unloaded)]]),
    ...(silent.length === 0 ? [] : [silentParts(silent)]),
  ];
  document.getElementById('warnings').replaceChildren(
    ...texts.map((parts) => element('p', { class: 'warning', role: 'note' }, ...parts)));
}

function unloadedText(unloaded) {
  return 'Of ' + days(unloaded.of) + ', ' + countText(unloaded.days) + (unloaded.days === 1 ? ' is' : ' are') + ' not wholly loaded ('
    + unloaded.bots + ' of ' + counted(unloaded.ofBots, 'bot') + ', the last is ' + shortDay(unloaded.last, true)
    + '): the figures lack conversations of these days.';
}

function silentParts(silent) {
  const one = silent.length === 1;
  return [
    ...botNames(silent),
    (one ? ' never reports' : ' never report') + ' messages as not understood, though some of ' + (one ? 'its' : 'their')
      + ' AI answers did not understand the visitor: ' + (one ? 'its' : 'their') + ' share of messages understood says nothing'
      + (choice.bot === null && data.bots.length > silent.length ? ', and that of all bots is too high.' : '.'),
  ];
}

/** What is to be said of a share of messages understood that has such bots in it; null if it has none. */
function doubtText() {
  const silent = silentBots(choice);
  const bots = choice.bot === null ? data.bots.length : 1;
  return silent.length === 0 ? null : silent.length === bots ? NEVER_REPORTED : 'not reported by ' + silent.length + ' of ' + bots + ' bots';
}

function tellOfTheData() {
  const reach = data.last_day === null ? '' : ' \u00b7 data up to ' + shortDay((Date.parse(data.last_day + 'T00:00:00Z') - instantOf(0)) / DAY, true);
  document.getElementById('about').textContent =
    'Conversations by the day of their ' + data.day_of + ' (' + data.zone + ')' + reach;
  const filters = document.getElementById('filters');
  const parts = settingParts();
  filters.hidden = parts.length === 0;
  filters.replaceChildren(...parts);
  document.getElementById('made').textContent =
    'Made by botledger ' + data.version + ' at ' + data.made + '.'
    + (isEmpty() ? '' : ' Range: ' + shortDay(0, true) + ' to ' + shortDay(data.length - 1, true) + '.');
  const nothing = document.getElementById('nothing');
  const bots = given('bot');
  if (isEmpty() && bots.length > 0) {
    nothing.replaceChildren('Nothing is loaded of the ' + (bots.length === 1 ? 'bot ' : 'bots '), ...listed(bots), '.');
  }
}

/** Whether there is nothing to choose from and nothing to show. */
function isEmpty() {
  return data.last_day === null && data.bots.length === 0;
}
