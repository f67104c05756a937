// Charts: each takes its section of the page and what it shows. Texts of the data go into the page as text alone.

const charts = new Map();

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** A text of the data, which keeps its direction of writing to itself. */
function isolated(text) {
  return element('bdi', { dir: 'auto' }, text);
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** The figures behind a chart, as a table that opens. */
function setTable(section, caption, headings, rows) {
  let details = section.querySelector('details');
  if (!details) {
    details = element('details', {}, element('summary', {}, 'Table'), element('div', { class: 'rows', tabindex: '0', role: 'region' }));
    section.append(details);
  }
  const head = element('tr', {}, ...headings.map((heading) => element('th', { scope: 'col' }, heading)));
  const body = rows.map((row) => element('tr', {}, ...row.map((cell, column) =>
    column === 0 ? element('th', { scope: 'row' }, cell) : element('td', {}, cell))));
  const holder = details.querySelector('.rows');
  holder.setAttribute('aria-label', caption);
  holder.replaceChildren(element('table', {},
    element('caption', { class: 'hidden' }, caption), element('thead', {}, head), element('tbody', {}, ...body)));
}

function setNote(section, text) {
  section.querySelector('[data-note]').textContent = text;
}

/** Says that there is nothing to draw, or takes that back. */
function setNothing(section, nothing) {
  const place = section.querySelector('.plot, [data-list]');
  place.hidden = nothing;
  section.querySelector('.nothing')?.remove();
  if (nothing) {
    place.after(element('p', { class: 'nothing' }, 'Nothing in this period.'));
  }
}

function shortDay(day, withYear) {
  const form = { day: 'numeric', month: 'short', timeZone: 'UTC' };
  return new Intl.DateTimeFormat('en-GB', withYear ? { ...form, year: 'numeric' } : form).format(instantOf(day));
}

function chartOptions(stacked, label) {
  const grid = colour('--line');
  const ink = colour('--quiet');
  const font = { family: getComputedStyle(document.body).fontFamily, size: 12 };
  return {
    animation: false,
    maintainAspectRatio: false,
    interaction: { mode: 'index', intersect: false },
    scales: {
      x: { stacked, grid: { display: false }, border: { color: grid }, ticks: { color: ink, font, maxRotation: 0, autoSkipPadding: 18 } },
      y: { stacked, beginAtZero: true, grid: { color: grid }, border: { display: false }, ticks: { color: ink, font, precision: 0, maxTicksLimit: 6, callback: label } },
    },
    plugins: {
      legend: { position: 'bottom', align: 'start', labels: { color: ink, font, boxWidth: 11, boxHeight: 11, padding: 12 } },
      tooltip: { filter: (item) => item.raw !== null, callbacks: { label: (item) => item.dataset.label + ': ' + label(item.raw) } },
    },
  };
}

/** What is behind the lines and columns where nothing is loaded. */
function unloadedRows(table) {
  return {
    id: 'unloaded',
    beforeDatasetsDraw({ ctx, chartArea, scales: { x } }) {
      const half = table.rows.length > 1 ? (x.getPixelForValue(1) - x.getPixelForValue(0)) / 2 : chartArea.width / 2;
      ctx.fillStyle = colour('--track');
      table.rows.forEach((row, index) => {
        if (row.unloaded) {
          const left = Math.max(chartArea.left, x.getPixelForValue(index) - half);
          const right = Math.min(chartArea.right, x.getPixelForValue(index) + half);
          ctx.fillRect(left, chartArea.top, right - left, chartArea.height);
        }
      });
    },
  };
}

function draw(section, type, table, datasets, options, description) {
  const canvas = section.querySelector('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', description);
  charts.get(section.id)?.destroy();
  charts.set(section.id, new Chart(canvas, { type, data: { labels: bucketLabels(table), datasets }, options, plugins: [unloadedRows(table)] }));
}

/** Says so where not all days of a week are in the period, and its counts are lower for that. */
function partText(table, row) {
  return row.days < table.size ? row.days + ' of ' + table.size + ' days' : '';
}

function bucketLabels(table) {
  return table.rows.map((row) => (partText(table, row) ? [shortDay(row.day, false), partText(table, row)] : shortDay(row.day, false)));
}

function bucketNames(table) {
  return table.rows.map((row) => dateOf(row.day) + (partText(table, row) ? ' (' + partText(table, row) + ')' : ''));
}

function bucketNote(table) {
  const ends = [['first', table.rows[0]], ['last', table.rows[table.rows.length - 1]]]
    .filter(([, row]) => partText(table, row)).map(([end, row]) => 'The ' + end + ' week has ' + partText(table, row) + '.');
  const note = table.weekly ? 'By week, named by its Monday.' : 'By day.';
  const unloaded = table.rows.some((row) => row.unloaded) ? ['Grey: nothing is loaded.'] : [];
  return [note, ...ends, ...unloaded].join(' ');
}

function rowCount(row, count) {
  return countText(row.unloaded ? null : count || 0);
}

const LINES = [
  ['Bot handled', '--line-1', 'bot_handled', [], 'circle'],
  ['Deflection', '--line-2', 'deflection', [6, 3], 'triangle'],
  ['Automation', '--line-3', 'automation', [2, 3], 'rect'],
];

function showTrend(table) {
  const section = document.getElementById('trend');
  const rows = table.rows;
  const nothing = rows.every((row) => !row.sums.conversations);
  setNothing(section, nothing);
  setNote(section, bucketNote(table));
  setTable(section, 'Rates over time', [table.weekly ? 'Week' : 'Day', 'Conversations', ...LINES.map((line) => line[0])],
    rows.map((row, index) => [bucketNames(table)[index], rowCount(row, row.sums.conversations),
      ...LINES.map((line) => rateText(rate(line[2], row.sums)))]));
  if (nothing) {
    return;
  }
  const datasets = LINES.map(([label, name, key, borderDash, pointStyle]) => ({
    label, data: rows.map((row) => rate(key, row.sums)), borderColor: colour(name), backgroundColor: colour(name),
    borderDash, pointStyle, pointRadius: rows.length > 60 ? 0 : 2.5, borderWidth: 2, cubicInterpolationMode: 'monotone', spanGaps: false,
  }));
  const options = chartOptions(false, rateText);
  options.scales.y.suggestedMax = 1000;
  options.scales.y.ticks.callback = (value) => value / 10 + '%';
  Object.assign(options.plugins.legend.labels, { usePointStyle: true, boxWidth: 8, boxHeight: 8 });
  draw(section, 'line', table, datasets, options, 'Lines of three rates over time; the table below has the figures.');
}

/** Stacked columns over time of parts of the conversations or of the answers. */
function showStack(id, caption, parts, table) {
  const section = document.getElementById(id);
  const used = parts.filter((part) => table.rows.some((row) => part[2](row.sums)));
  setNothing(section, used.length === 0);
  setTable(section, caption, [table.weekly ? 'Week' : 'Day', ...parts.map((part) => part[0])],
    table.rows.map((row, index) => [bucketNames(table)[index], ...parts.map((part) => rowCount(row, part[2](row.sums)))]));
  if (used.length === 0) {
    return;
  }
  const datasets = used.map(([label, name, count]) => ({
    label, data: table.rows.map((row) => (row.unloaded ? null : count(row.sums) || 0)), backgroundColor: colour(name),
    borderColor: colour('--paper'), borderWidth: { top: 1 }, borderSkipped: false, categoryPercentage: 0.86, barPercentage: 1,
  }));
  draw(section, 'bar', table, datasets, chartOptions(true, (value) => COUNT.format(value)),
    caption + ' as stacked columns; the table below has the figures.');
}

function part(width, kind) {
  const made = element('i', kind ? { class: kind } : {});
  made.style.width = width + '%';
  return made;
}

/** A table with a bar in each row. */
function showBars(section, headings, rows) {
  const place = section.querySelector('[data-list]');
  setNothing(section, rows.length === 0);
  const most = Math.max(1, ...rows.map((row) => row.count));
  const head = element('tr', {}, element('th', { class: 'name', scope: 'col' }, headings[0]),
    element('td', {}), ...headings.slice(1).map((heading) => element('th', { class: 'number', scope: 'col' }, heading)));
  const body = rows.map((row) => {
    const bar = element('div', { class: 'bar', 'aria-hidden': 'true' },
      part(100 * row.done / most, 'done'), part(100 * (row.count - row.done) / most));
    const name = isolated(row.name);
    return element('tr', {}, element('th', { class: 'name', scope: 'row', title: row.name }, element('span', {}, name)),
      element('td', {}, bar), ...row.numbers.map((number) => element('td', { class: 'number' }, number)));
  });
  place.replaceChildren(element('table', { class: 'bars' }, element('thead', {}, head), element('tbody', {}, ...body)));
}

function showIntents(intents) {
  const section = document.getElementById('intents');
  const headings = ['Intent', 'Conversations', 'Bot handled'];
  const named = (row) => data.intents[row.name];
  showBars(section, ['Intent', 'Count', 'Handled'], intents.top.slice(0, 10).map((row) => ({
    name: named(row), count: row.values[0], done: row.values[1],
    numbers: [countText(row.values[0]), rateText(tenths(row.values[1], row.values[0]))],
  })));
  const cells = (name, [count, done]) => [name, countText(count), countText(done), rateText(tenths(done, count))];
  const rows = intents.top.map((row) => cells(isolated(named(row)), row.values));
  setTable(section, 'Top intents', [...headings, 'Handled rate'],
    intents.rest ? [...rows, cells('All other intents', intents.rest)] : rows);
}

function showMix(id, heading, names, rows) {
  const section = document.getElementById(id);
  const total = rows.reduce((sum, row) => sum + row.values[0], 0);
  const named = (row) => names[row.name] === null ? '(none)' : names[row.name];
  const share = (row) => rateText(tenths(row.values[0], total));
  showBars(section, [heading, 'Count', 'Share'], rows.slice(0, 8).map((row) => ({
    name: named(row), count: row.values[0], done: row.values[0], numbers: [countText(row.values[0]), share(row)],
  })));
  setTable(section, heading, [heading, 'Conversations', 'Share'],
    rows.map((row) => [isolated(named(row)), countText(row.values[0]), share(row)]));
}

function heatColour(count, most) {
  return count === 0 ? '' : 'rgba(' + colour('--heat') + ',' + (0.12 + 0.88 * count / most).toFixed(3) + ')';
}

function showHours(hours) {
  const section = document.getElementById('hours');
  const most = Math.max(...hours.flat());
  setNothing(section, most === 0);
  setNote(section, 'When conversations started (' + data.zone + ').');
  setTable(section, 'Conversations by weekday and hour', ['Hour', ...WEEKDAYS],
    hours[0].map((count, hour) => [hourText(hour), ...hours.map((row) => countText(row[hour]))]));
  const grid = element('div', { class: 'heat', role: 'img', 'aria-label': 'Heat map of weekdays and hours; the table below has the figures.' });
  hours.forEach((row, index) => {
    grid.append(element('b', {}, WEEKDAYS[index]));
    row.forEach((count, hour) => {
      const cell = element('i', { title: WEEKDAYS[index] + ' ' + hourText(hour) + ': ' + countText(count) });
      cell.style.background = heatColour(count, most);
      grid.append(cell);
    });
  });
  grid.append(element('b', {}), ...[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => element('b', { class: 'hour' }, String(hour).padStart(2, '0'))));
  section.querySelector('[data-list]').replaceChildren(grid, heatScale(most));
}

function hourText(hour) {
  return String(hour).padStart(2, '0') + ':00';
}

function heatScale(most) {
  const scale = element('div', { class: 'scale', 'aria-hidden': 'true' }, '0');
  for (let step = 0; step <= 4; step++) {
    const box = element('i');
    box.style.background = step === 0 ? colour('--track') : heatColour(step, 4);
    scale.append(box);
  }
  scale.append(countText(most));
  return scale;
}

const STATES = { l: ['Loaded', 'day-loaded'], g: ['Loaded, may still grow', 'day-growing'], e: ['Loaded, without conversations', 'day-empty'], a: ['Absent: the vendor had no export', 'day-absent'], m: ['Missing', 'day-missing'], f: ['Could not be loaded', 'day-failed'] };
const CELL = 11;

function drawing(tag, attributes, text) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  if (text) {
    made.textContent = text;
  }
  return made;
}

function square(state, x, y) {
  const inset = { g: 1, m: 1, a: 3 }[state] || 0;
  return drawing('rect', { class: STATES[state][1], x: x + inset, y: y + inset, width: CELL - 2 - 2 * inset, height: CELL - 2 - 2 * inset, rx: 2 });
}

function calendar(bot, first) {
  const monday = first - weekday(first);
  const weeks = Math.max(48, Math.ceil((data.length - monday) / 7));
  const svg = drawing('svg', { viewBox: '0 0 ' + weeks * CELL + ' ' + (7 * CELL + 12), role: 'img', 'aria-label': calendarText(bot, first) });
  for (let day = first; day < data.length; day++) {
    const x = Math.floor((day - monday) / 7) * CELL;
    const date = dateOf(day);
    if (date.endsWith('-01') && x < (weeks - 2) * CELL) {
      svg.append(drawing('text', { class: 'month', x, y: 8 }, new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(instantOf(day))));
    }
    const state = bot.files[day];
    if (STATES[state]) {
      const box = square(state, x, 12 + weekday(day) * CELL);
      box.append(drawing('title', {}, date + ': ' + STATES[state][0]));
      svg.append(box);
    }
  }
  return svg;
}

function calendarText(bot, first) {
  const days = [...bot.files.slice(first)];
  const count = (wanted) => days.filter((state) => wanted.includes(state)).length;
  const due = count('lgemf');
  const told = [[count('m'), ' missing'], [count('f'), ' could not be loaded'], [count('a'), ' absent']]
    .filter(([days]) => days > 0).map(([days, text]) => days + text);
  const loaded = due === 0 ? 'Nothing loaded in this period' : count('lge') + ' of ' + due + ' days loaded';
  return [loaded, ...told].join(', ') + (due === 0 ? '.' : '');
}

function showCoverage(choice) {
  const section = document.getElementById('coverage');
  const first = data.length - data.periods[choice.period];
  const bots = data.coverage.filter((bot) => choice.bot === null || bot.bot === choice.bot);
  setNothing(section, bots.length === 0);
  section.querySelector('[data-legend]').replaceChildren(...Object.entries(STATES).map(([state, [text]]) => {
    const sample = drawing('svg', { viewBox: '0 0 9 9', 'aria-hidden': 'true' });
    sample.append(square(state, 0, 0));
    return element('span', {}, sample, text);
  }));
  const list = element('div', { class: 'calendars' });
  for (const bot of bots) {
    list.append(element('div', { class: 'calendar' }, element('h3', {}, isolated(data.bots[bot.bot].label)),
      element('p', {}, calendarText(bot, first)), calendar(bot, first)));
  }
  section.querySelector('[data-list]').replaceChildren(list);
  setTable(section, 'Days that are not loaded', ['Bot', 'From', 'To', 'Days', 'State'],
    bots.flatMap((bot) => gaps(bot.files, first).map((gap) => [isolated(data.bots[bot.bot].label),
      dateOf(gap.from), dateOf(gap.to), countText(gap.to - gap.from + 1), STATES[gap.state][0]])));
}
