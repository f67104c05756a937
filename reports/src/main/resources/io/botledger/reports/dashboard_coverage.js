// Loaded days: short periods as a line of squares for each bot, long ones as calendars, year by year.

const STATES = {
  l: ['Loaded', 'day-loaded'],
  g: ['Loaded, may still grow', 'day-growing'],
  e: ['Loaded, without conversations', 'day-empty'],
  a: ['Absent: the vendor had no export', 'day-absent'],
  m: ['Missing', 'day-missing'],
  f: ['Could not be loaded', 'day-failed'],
};
const CELL = 11;
const LINE_DAYS = 100;
const CALENDAR_DAYS = 366;
/** Whether the reader has opened the list of bots of which all days are loaded: it is made anew with every choice, and for paper. */
let isWholeOpen = false;

/** The chosen bots, with their days of the period. */
function coveredBots(choice) {
  const first = data.length - data.periods[choice.period];
  return data.coverage.filter((bot) => choice.bot === null || bot.bot === choice.bot)
    .map(({ bot, files }) => ({ bot, label: data.bots[bot].label, first, states: files.slice(first) }))
    .sort((a, b) => NAMES.compare(a.label, b.label));
}

function isWhole(bot) {
  return /^[leg]+$/.test(bot.states);
}

function coverageText({ states }) {
  const count = (wanted) => [...states].filter((state) => wanted.includes(state)).length;
  const due = count('lgemf');
  const told = [[count('m'), ' missing'], [count('f'), ' could not be loaded'], [count('a'), ' absent']]
    .filter(([days]) => days > 0).map(([days, text]) => countText(days) + text);
  const loaded = due === 0 ? 'nothing loaded in this period' : countText(count('lge')) + ' of ' + days(due) + ' loaded';
  return [loaded, ...told].join(', ');
}

function dayTitle(day, state) {
  return dateOf(day) + ': ' + (STATES[state]?.[0] ?? 'Before the first day that is known of the bot');
}

/** Squares of the days, one after the other. */
function dayLine(bot) {
  const line = element('div', { class: 'day-line', role: 'img', 'aria-label': coverageText(bot) });
  [...bot.states].forEach((state, index) =>
    line.append(element('i', { class: STATES[state]?.[1] ?? '', title: dayTitle(bot.first + index, state) })));
  return line;
}

/** The dates above such squares: of each day, of the Mondays or of the firsts of a month, as there is room. */
function dayScale(first) {
  const length = data.length - first;
  const scale = element('div', { class: 'day-line day-scale', 'aria-hidden': 'true' });
  const marked = (day) => length <= 7 || (length <= 45 ? weekday(day) === 0 : dateOf(day).endsWith('-01'));
  for (let day = first; day < data.length; day++) {
    const place = element('i');
    if (marked(day) && (length <= 7 || data.length - day > length / 8)) {
      const short = length <= 7 && day > first && !dateOf(day).endsWith('-01');
      place.append(element('span', {}, short ? String(Number(dateOf(day).slice(8))) : shortDay(day, false)));
    }
    scale.append(place);
  }
  return scale;
}

function square(state, x, y) {
  const inset = { g: 1, m: 1, a: 3 }[state] || 0;
  return drawing('rect', { class: STATES[state][1], x: x + inset, y: y + inset, width: CELL - 2 - 2 * inset, height: CELL - 2 - 2 * inset, rx: 2 });
}

/** The days from one to before another, a column for each week. */
function calendar(bot, from, end) {
  const monday = from - weekday(from);
  const weeks = Math.max(53, Math.ceil((end - monday) / 7));
  const svg = drawing('svg', { viewBox: '0 0 ' + weeks * CELL + ' ' + (7 * CELL + 12), 'aria-hidden': 'true' });
  for (let day = from; day < end; day++) {
    const x = Math.floor((day - monday) / 7) * CELL;
    if (dateOf(day).endsWith('-01') && x < (weeks - 2) * CELL) {
      svg.append(drawing('text', { class: 'month', x, y: 8 }, monthName(instantOf(day))));
    }
    const state = bot.states[day - bot.first];
    if (STATES[state]) {
      const box = square(state, x, 12 + weekday(day) * CELL);
      box.append(drawing('title', {}, dayTitle(day, state)));
      svg.append(box);
    }
  }
  return svg;
}

/** Calendars of a bot's days: one of up to a year, else one for each year. */
function calendars(bot) {
  const list = element('div', { class: 'years', role: 'img', 'aria-label': coverageText(bot) });
  if (bot.states.length <= CALENDAR_DAYS) {
    list.append(calendar(bot, bot.first, data.length));
    return list;
  }
  for (let day = bot.first, end; day < data.length; day = end) {
    const year = dateOf(day).slice(0, 4);
    end = Math.min(data.length, Math.round((Date.UTC(Number(year) + 1, 0) - instantOf(0)) / DAY));
    list.append(element('div', {}, element('p', {}, year), calendar(bot, day, end)));
  }
  return list;
}

function coverageRow(bot) {
  return element('div', { class: 'covered' }, element('h3', {}, isolated(bot.label)), element('p', {}, coverageText(bot)),
    bot.states.length <= LINE_DAYS ? dayLine(bot) : calendars(bot));
}

function coverageList(bots) {
  const lines = bots[0].states.length <= LINE_DAYS;
  const list = element('div', { class: lines ? 'day-lines' : 'calendars' });
  if (lines) {
    list.append(element('div', { class: 'covered' }, dayScale(bots[0].first)));
  }
  list.append(...bots.map(coverageRow));
  list.style.setProperty('--days', bots[0].states.length);
  list.style.setProperty('--day', bots[0].states.length <= 7 ? '48px' : '30px');
  return list;
}

/** The bots of which all days are loaded, to be opened; drawn when they are. */
function wholeBots(bots) {
  const name = 'The ' + (bots.length === 1 ? 'one bot' : bots.length + ' bots') + ' of which all days are loaded';
  const details = element('details', {}, element('summary', {}, name));
  const drawList = () => {
    if (details.open && details.children.length === 1) {
      details.append(coverageList(bots));
    }
  };
  details.open = isWholeOpen;
  drawList();
  details.addEventListener('toggle', drawList);
  return details;
}

function coverageNote(bots, whole) {
  const length = data.periods[choice.period];
  const form = length <= LINE_DAYS ? '' : ', a column is a week from Monday to Sunday';
  const all = length === 1 ? 'the day' : 'all ' + days(length);
  const loaded = bots.length === 1 ? '' : whole.length === bots.length
    ? 'All ' + bots.length + ' bots have ' + all + '. '
    : whole.length + ' of ' + bots.length + ' bots ' + (whole.length === 1 ? 'has ' : 'have ') + all + '. ';
  return loaded + 'One square is the export of one day (UTC)' + form + '.';
}

/** Beyond how many bots those are folded of which there is nothing to tell. */
function mostShown() {
  return data.periods[choice.period] <= CALENDAR_DAYS ? 6 : 1;
}

function showCoverage(choice) {
  const section = document.getElementById('coverage');
  const bots = coveredBots(choice);
  const whole = bots.filter(isWhole);
  const folded = bots.length > mostShown() ? whole : [];
  const shown = bots.filter((bot) => !folded.includes(bot));
  isWholeOpen = section.querySelector('[data-list] details')?.open ?? isWholeOpen;
  setNothing(section, bots.length === 0);
  setNote(section, bots.length === 0 ? '' : coverageNote(bots, whole));
  setLegend(section, Object.entries(STATES).filter(([state]) => bots.some((bot) => bot.states.includes(state))).map(([state, [text]]) => {
    const sample = drawing('svg', { viewBox: '0 0 9 9', 'aria-hidden': 'true' }, square(state, 0, 0));
    return [sample, text];
  }));
  section.querySelector('[data-list]').replaceChildren(
    ...(shown.length > 0 ? [coverageList(shown)] : []), ...(folded.length > 0 ? [wholeBots(folded)] : []));
  setTable(section, 'Days that are not loaded', ['Bot', 'From', 'To', 'Days', 'State'],
    bots.flatMap((bot) => gaps(bot).map((gap) => [isolated(bot.label),
      dateOf(gap.from), dateOf(gap.to), countText(gap.to - gap.from + 1), STATES[gap.state][0]])));
}

/** Runs of days of one state, of those for which a bot's export is not loaded. */
function gaps(bot) {
  return [...bot.states.matchAll(/a+|m+|f+/g)].map((run) => (
    { from: bot.first + run.index, to: bot.first + run.index + run[0].length - 1, state: run[0][0] }));
}
