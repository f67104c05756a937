// Lists with bars, and the hours of the week.

function part(width, kind) {
  const made = element('i', { class: kind });
  made.style.width = width + '%';
  return made;
}

/** A table with a bar beneath or beside each name. */
function showBars(section, caption, headings, rows) {
  const place = section.querySelector('[data-list]');
  setNothing(section, rows.length === 0);
  const most = Math.max(1, ...rows.map((row) => row.count));
  const head = element('tr', {}, element('th', { class: 'name', scope: 'col' }, headings[0]),
    ...headings.slice(1).map((heading) => element('th', { class: 'number', scope: 'col' }, heading)));
  const body = rows.map((row) => {
    const bar = element('div', { class: 'bar', 'aria-hidden': 'true' },
      part(100 * row.done / most, 'done'), part(100 * (row.count - row.done) / most, 'rest'));
    const entry = element('div', { class: 'entry' }, element('span', { class: 'label' }, isolated(row.name)), bar);
    return element('tr', {}, element('th', { class: 'name', scope: 'row', title: row.name }, entry),
      ...row.numbers.map((number) => element('td', { class: 'number' }, number)));
  });
  place.replaceChildren(element('table', { class: 'bars' }, element('caption', { class: 'hidden' }, caption),
    element('thead', {}, head), element('tbody', {}, ...body)));
}

function showIntents(intents) {
  const section = document.getElementById('intents');
  const headings = ['Intent', 'Conversations', 'Bot handled'];
  const named = (row) => data.intents[row.name];
  setLegend(section, [[boxSample('--accent'), 'Handled by the bot'], [boxSample('--accent-soft'), 'Other']]);
  showBars(section, 'The first intents', ['Intent', 'Count', 'Handled'], intents.top.slice(0, 10).map((row) => ({
    name: named(row), count: row.values[0], done: row.values[1],
    numbers: [countText(row.values[0]), rateText(tenths(row.values[1], row.values[0]))],
  })));
  const cells = (name, [count, done]) => [name, countText(count), countText(done), rateText(tenths(done, count))];
  const rows = intents.top.map((row) => cells(isolated(named(row)), row.values));
  setTable(section, 'Top intents', [...headings, 'Handled rate'],
    intents.rest ? [...rows, cells('All other intents', intents.rest)] : rows);
}

function showMix(id, caption, heading, names, rows) {
  const section = document.getElementById(id);
  const total = rows.reduce((sum, row) => sum + row.values[0], 0);
  const named = (row) => names[row.name] === null ? '(none)' : names[row.name];
  const share = (row) => rateText(tenths(row.values[0], total));
  showBars(section, 'The first ' + caption.toLowerCase(), [heading, 'Count', 'Share'], rows.slice(0, 8).map((row) => ({
    name: named(row), count: row.values[0], done: row.values[0], numbers: [countText(row.values[0]), share(row)],
  })));
  setTable(section, caption, [heading, 'Conversations', 'Share'],
    rows.map((row) => [isolated(named(row)), countText(row.values[0]), share(row)]));
}

function heatColour(count, most) {
  return count === 0 ? '' : 'rgba(' + colour('--heat') + ',' + (0.12 + 0.88 * count / most).toFixed(3) + ')';
}

function hourText(hour) {
  return String(hour).padStart(2, '0') + ':00';
}

function hoursNote(hours, most) {
  const day = hours.findIndex((row) => row.includes(most));
  return 'When conversations started (' + data.zone + '). Busiest: ' + WEEKDAYS[day] + ' '
    + hourText(hours[day].indexOf(most)) + ' with ' + countText(most) + '.';
}

function showHours(hours) {
  const section = document.getElementById('hours');
  const most = Math.max(...hours.flat());
  setNothing(section, most === 0);
  setNote(section, most === 0 ? '' : hoursNote(hours, most));
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
