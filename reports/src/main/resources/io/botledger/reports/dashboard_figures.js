'use strict';
// Figures: what the page computes from its data. Nothing here touches the page.

const data = JSON.parse(document.getElementById('data').textContent);
const DAY = 86400000;
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** The order of names, in which 2 comes before 10. */
const NAMES = new Intl.Collator('en', { numeric: true });

/** The parts of the data that a choice leaves. */
function chosenGroups(choice) {
  return data.groups.filter((group) =>
    (choice.bot === null || group.bot === choice.bot) && (choice.channel === null || group.channel === choice.channel));
}

/** The sum of two counts, of which null says that nobody counted. */
function plus(left, right) {
  if (left === null || left === undefined) {
    return right === undefined ? null : right;
  }
  return right === null || right === undefined ? left : left + right;
}

function noFigures() {
  return Object.fromEntries(data.measures.map((measure) => [measure, null]));
}

function addFigures(sums, columns, index) {
  for (const measure of data.measures) {
    sums[measure] = plus(sums[measure], columns[measure][index]);
  }
}

/** Sums over the last days of the range. */
function periodFigures(choice) {
  const first = data.length - data.periods[choice.period];
  const sums = noFigures();
  for (const group of chosenGroups(choice)) {
    group.days.day.forEach((day, index) => {
      if (day >= first) {
        addFigures(sums, group.days, index);
      }
    });
  }
  return sums;
}

/** What is known of the days of each chosen bot, a letter for each: first of as many days before the range, then of its own. */
function chosenDays(choice) {
  const bots = choice.bot === null ? data.bots.keys() : [choice.bot];
  return [...bots].map((bot) => data.coverage.find((one) => one.bot === bot)?.days ?? '.'.repeat(2 * data.length));
}

/** How many of some days have one of these letters for a chosen bot, the last of them, and for how many of the bots one has. */
function countDays(choice, first, end, letters) {
  const bots = chosenDays(choice).map((days) => [...days.slice(first + data.length, end + data.length)].map((day) => letters.includes(day)));
  const found = Array.from({ length: end - first }, (unused, day) => bots.some((days) => days[day]));
  return { days: found.filter(Boolean).length, of: end - first, last: first + found.lastIndexOf(true), bots: bots.filter((days) => days.includes(true)).length, ofBots: bots.length };
}

/** How many of the days before are not loaded, nor known to have no export. */
function unloadedBefore(choice) {
  const length = data.periods[choice.period];
  return countDays(choice, data.length - 2 * length, data.length - length, 'mf.');
}

/** The day that a bot's data begins on; null where none is known. */
function beginOf(bot) {
  const days = data.coverage.find((one) => one.bot === bot)?.days ?? '';
  const place = [...days].findIndex((day) => day !== '.');
  return place < 0 ? null : place - data.length;
}

/** The longest period of up to 28 days that has a comparison; without one the longest of up to 28 days. */
function usualPeriod(choice) {
  const short = [...data.periods.keys()].filter((period) => data.periods[period] <= 28);
  return short.filter((period) => unloadedBefore({ ...choice, period }).days === 0).at(-1) ?? short.at(-1);
}

/** The chosen bots of which no message is ever reported as not understood, though some were not. */
function silentBots(choice) {
  return [...data.bots.keys()].filter((bot) => data.bots[bot].silent && (choice.bot === null || choice.bot === bot));
}

/** How many days of the period are not loaded, though there should be a file. */
function unloadedDays(choice) {
  return countDays(choice, data.length - data.periods[choice.period], data.length, 'mf');
}

/** Sums over as many days before; null where one of these is not loaded. */
function figuresBefore(choice) {
  if (unloadedBefore(choice).days > 0) {
    return null;
  }
  const sums = noFigures();
  for (const group of chosenGroups(choice)) {
    const index = group.before.period.indexOf(choice.period);
    if (index >= 0) {
      addFigures(sums, group.before, index);
    }
  }
  return sums;
}

/**
 * Rows of the period by day or, where it is long, by week from Monday; each with its first day, how many of its days are in
 * the period, its sums, and whether there is nothing because nothing is loaded.
 */
function buckets(choice) {
  const length = data.periods[choice.period];
  const first = data.length - length;
  const weekly = length > 120;
  const start = weekly ? first - weekday(first) : first;
  const size = weekly ? 7 : 1;
  const rows = [];
  for (let day = start; day < data.length; day += size) {
    rows.push({ day, days: Math.min(day + size, data.length) - Math.max(day, first), sums: noFigures() });
  }
  for (const group of chosenGroups(choice)) {
    group.days.day.forEach((day, index) => {
      if (day >= first) {
        addFigures(rows[Math.floor((day - start) / size)].sums, group.days, index);
      }
    });
  }
  const bots = chosenDays(choice).map((days) => days.slice(data.length));
  for (const row of rows) {
    row.unloaded = !row.sums.conversations && bots.every((days) => !/[lge]/.test(days.slice(Math.max(row.day, first), row.day + size)));
  }
  return { weekly, size, rows };
}

function instantOf(day) {
  return Date.parse(data.from + 'T00:00:00Z') + day * DAY;
}

/** The date of a day of the range, as YYYY-MM-DD. */
function dateOf(day) {
  return new Date(instantOf(day)).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday. */
function weekday(day) {
  return (new Date(instantOf(day)).getUTCDay() + 6) % 7;
}

/** A share in tenths of a percent, rounded half up; null where there is none. */
function tenths(part, whole) {
  return part === null || !whole ? null : Math.floor((2000 * part + whole) / (2 * whole));
}

/** A quotient of whole numbers, the divisor above 0, rounded half away from 0. */
function quotient(dividend, divisor) {
  const twice = 2n * (dividend < 0n ? -dividend : dividend);
  const size = Number((twice + divisor) / (2n * divisor));
  return dividend < 0n ? -size : size;
}

/** From one share to another in tenths of a point, rounded once; null where there is no share. */
function pointsBetween(earlier, now) {
  if ([...earlier, ...now].includes(null) || !earlier[1] || !now[1]) {
    return null;
  }
  const [partBefore, wholeBefore, part, whole] = [...earlier, ...now].map(BigInt);
  return quotient(1000n * (part * wholeBefore - partBefore * whole), whole * wholeBefore);
}

/** From one count to another in tenths of a percent; null where there was none. */
function growth(earlier, now) {
  return !earlier || now === null ? null : quotient(1000n * BigInt(now - earlier), BigInt(earlier));
}

function escalated(sums) {
  return plus(sums.agent, plus(sums.email, sums.custom_escalation));
}

function understood(sums) {
  const known = sums.visitor_messages !== null && sums.not_understood_messages !== null;
  return known ? sums.visitor_messages - sums.not_understood_messages : null;
}

const RATES = {
  bot_handled: (sums) => [sums.bot_handled, sums.conversations],
  deflection: (sums) => [sums.deflected, sums.conversations],
  automation: (sums) => [sums.automated, sums.conversations],
  escalation: (sums) => [escalated(sums), sums.conversations],
  understood: (sums) => [understood(sums), sums.visitor_messages],
};

function rate(name, sums) {
  const [part, whole] = RATES[name](sums);
  return tenths(part, whole);
}

/** Conversations by status, in the order in which they are stacked. */
const STATUSES = [
  ['Bot handled', '--handled', (sums) => sums.bot_handled],
  ['Failed escalation', '--failed', (sums) => sums.failed_escalation],
  ['Other status', '--other', (sums) => sums.deflected - sums.bot_handled - sums.failed_escalation],
  ['Agent', '--agent', (sums) => sums.agent],
  ['Email', '--email', (sums) => sums.email],
  ['Custom escalation', '--custom', (sums) => sums.custom_escalation],
  ['No status', '--none', (sums) => sums.conversations - sums.deflected - escalated(sums)],
];

/** What became of the AI's attempts to answer. */
const ANSWERS = [
  ['Answered', '--handled', (sums) => sums.response_generated],
  ['Not understood', '--agent', (sums) => sums.not_understood],
  ['Escalation required', '--custom', (sums) => sums.escalation_required],
  ['Fallback', '--failed', (sums) => sums.fallback],
  ['Error', '--none', (sums) => sums.error_occurred],
];

/** Sums of a column by a key, over the chosen groups and the bands of days that the period has; most first. */
function ranked(choice, table, key, columns) {
  const sums = new Map();
  for (const group of chosenGroups(choice)) {
    const rows = group[table];
    rows.band.forEach((band, index) => {
      if (band <= choice.period) {
        const known = sums.get(rows[key][index]) || columns.map(() => 0);
        sums.set(rows[key][index], known.map((value, column) => value + rows[columns[column]][index]));
      }
    });
  }
  return [...sums].map(([name, values]) => ({ name, values })).sort((a, b) => b.values[0] - a.values[0] || a.name - b.name);
}

/** The most frequent intents; those beyond are told in one row. */
function topIntents(choice) {
  const all = ranked(choice, 'intents', 'intent', ['conversations', 'bot_handled']);
  const named = all.filter((row) => row.name >= 0);
  const top = named.slice(0, data.intent_limit);
  const rest = all.filter((row) => !top.includes(row));
  const sum = (column) => rest.reduce((total, row) => total + row.values[column], 0);
  return { top, rest: rest.length > 0 ? [sum(0), sum(1)] : null };
}

function languageMix(choice) {
  return ranked(choice, 'languages', 'language', ['conversations']);
}

function channelMix(choice) {
  return data.channels
    .map((name, channel) => ({
      name: channel,
      values: [periodFigures({ ...choice, channel }).conversations || 0],
      chosen: choice.channel === null || choice.channel === channel,
    }))
    .filter((row) => row.chosen && row.values[0] > 0)
    .sort((a, b) => b.values[0] - a.values[0] || a.name - b.name);
}

/** Conversations by weekday and hour: 7 rows of 24. */
function weekHours(choice) {
  const hours = WEEKDAYS.map(() => new Array(24).fill(0));
  for (const group of chosenGroups(choice)) {
    for (const band of group.hours.slice(0, choice.period + 1)) {
      band.forEach((count, slot) => { hours[Math.floor(slot / 24)][slot % 24] += count; });
    }
  }
  return hours;
}
