// The page of alerts. Whatever comes from the agent is put into the page as text, never as markup.
"use strict";

const PRIORITIES = ["Emergency", "Alert", "Critical", "Error", "Warning", "Notice", "Informational", "Debug"];
const MOST_ALERTS = 1000; // in the list
const AT_ONCE = 200;
const MOST_TIMES = 60; // that a row shows when it is open
const $ = (id) => document.getElementById(id);

const state = {
  rules: new Map(),   // by name: what /api/rules tells
  alerts: new Map(),  // by number, those in the list
  groups: new Map(),  // those of them that are alike, by what is alike: see keyOf
  newest: 0,
  oldest: 0,
  picked: 0,          // number of the alert whose details are open
  rule: "",
  turn: 0,            // grows when the filters change: answers of before do not count
};

function element(tag, properties, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name === "dataset") Object.assign(made.dataset, value);
    else made[name] = value;
  }
  made.append(...children);
  return made;
}

function colour(priority) {
  return `var(--p${priority})`;
}

function priorityOf(alert) {
  const number = PRIORITIES.indexOf(alert.priority);
  return number < 0 ? 7 : number;
}

function spell(value) {
  if (value === null || value === undefined) return element("span", { className: "null", textContent: "none" });
  if (Array.isArray(value)) return document.createTextNode(`(${value.join(", ")})`);
  return document.createTextNode(typeof value === "object" ? JSON.stringify(value) : String(value));
}

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric" });
const count = new Intl.NumberFormat();

// Falco's times have nine digits behind the point.
function dateOf(alert) {
  return new Date(String(alert.time).replace(/(\.\d{3})\d*/, "$1"));
}

function dayOf(date) {
  return date.toDateString() === new Date().toDateString() ? "" : day.format(date);
}

// --- asking the agent

async function ask(path, parameters, signal) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters || {})) {
    if (value !== "" && value !== 0) query.set(name, value);
  }
  const text = query.toString();
  const answer = await fetch(text ? `${path}?${text}` : path, { signal });
  // Times in nanoseconds are too long for numbers of this language: they stay text. A quote inside a string has a
  // backslash before it.
  const body = JSON.parse((await answer.text()).replace(/(?<!\\)":(\d{16,})(?=[,}])/g, '":"$1"'));
  if (!answer.ok) throw new Error(body.error || answer.statusText);
  return body;
}

function range() {
  return Number($("range").value);
}

function filters() {
  const seconds = range();
  return {
    search: $("search").value.trim(),
    priority: $("priority").value === "7" ? "" : $("priority").value,
    rule: state.rule,
    from: seconds > 0 ? Math.floor(Date.now() / 1000) - seconds : 0,
  };
}

function show(kind, text) {
  $("state").className = kind;
  $("state-text").textContent = text;
}

function notice(text) {
  $("notice").hidden = !text;
  $("notice").textContent = text;
}

// --- the list
//
// Alerts that only differ in their time and in numbers of processes are one row: how many there are, the last one's time, and
// when it is open the others'.

const ALWAYS_OTHERS = /^(evt\.(num|time|rawtime|datetime|reltime|latency|deltatime)|proc\.(v?pid|p?v?pgid|pv?pid|apid|sid|duration)|thread\.v?tid)\b/;

// What alerts of one row have in common: their fields, or the text where there are none, which may have the time in it.
function keyOf(alert) {
  const fields = Object.entries(alert.output_fields || {}).filter(([name]) => !ALWAYS_OTHERS.test(name));
  const text = fields.length > 0 ? "" : messageOf(alert).replace(/\b(\d{4}-\d\d-\d\dT)?\d\d:\d\d:\d\d\.\d{6,9}\b/g, "");
  return JSON.stringify([alert.rule, alert.priority, text, fields]);
}

function timeOf(alert) {
  const when = element("span", { className: "when" },
    element("time", { dateTime: alert.time, textContent: clock.format(dateOf(alert)), title: alert.time }));
  const other = dayOf(dateOf(alert));
  if (other) when.append(" ", element("span", { className: "day", textContent: other }));
  return when;
}

// How many, and since when; there may be older ones that are not in the list.
function amountOf(group) {
  const first = state.alerts.get(group.ids[group.ids.length - 1]);
  const since = `${dayOf(dateOf(first))} ${clock.format(dateOf(first))}`.trim();
  return element("span", { className: "amount", title: `${group.ids.length} alike, the first one in this list at ${first.time}` },
    element("b", { textContent: `×${count.format(group.ids.length)}` }), ` since ${since}`);
}

function member(id) {
  const alert = state.alerts.get(id);
  const date = dateOf(alert);
  const text = `${dayOf(date)} ${clock.format(date)}.${String(date.getMilliseconds()).padStart(3, "0")}`.trim();
  const pid = (alert.output_fields || {})["proc.pid"];
  const button = element("button", { type: "button", dataset: { id }, title: alert.time }, text);
  if (pid !== undefined && pid !== null) button.append(element("span", { textContent: ` pid ${pid}` }));
  if (id === state.picked) button.className = "picked";
  button.addEventListener("click", () => pick(id === state.picked ? 0 : id));
  return element("li", {}, button);
}

function membersOf(group) {
  const list = element("ol", { className: "members" }, ...group.ids.slice(0, MOST_TIMES).map(member));
  if (group.ids.length > MOST_TIMES)
    list.append(element("li", { className: "more", textContent: `and ${count.format(group.ids.length - MOST_TIMES)} earlier` }));
  return list;
}

// Puts what the group is now into its row.
function fill(group) {
  const id = group.ids[0];
  const alert = state.alerts.get(id);
  const focused = group.item.contains(document.activeElement) ? document.activeElement.dataset.id : "";
  const edge = element("span", { className: "edge" });
  const badge = element("span", { className: "badge", textContent: alert.priority });
  const many = group.ids.length > 1;
  edge.style.background = colour(priorityOf(alert));
  badge.style.color = colour(priorityOf(alert));
  const button = element("button", { type: "button", className: "row", dataset: { id } }, edge, timeOf(alert),
    element("span", { className: "rule" }, alert.rule, badge, many ? amountOf(group) : ""),
    element("span", { className: "text", textContent: briefOf(alert) }));
  if (many) button.setAttribute("aria-expanded", String(group.open));
  if (group.ids.includes(state.picked)) button.classList.add("picked");
  button.addEventListener("click", () => {
    if ((many && group.open) || group.ids.includes(state.picked)) {
      group.open = false;
      pick(0);
      fill(group);
    } else {
      pick(group.ids[0]);
    }
  });
  group.item.replaceChildren(button, ...(many && group.open ? [membersOf(group)] : []));
  if (focused) (group.item.querySelector(`[data-id="${Number(focused)}"]`) || button).focus();
}

function groupOf(id) {
  const alert = state.alerts.get(id);
  return alert ? state.groups.get(keyOf(alert)) : undefined;
}

// The output without the time and the priority that it begins with.
function messageOf(alert) {
  const text = String(alert.output || "");
  const mark = `: ${alert.priority} `;
  const at = text.indexOf(mark);
  return at >= 0 ? text.slice(at + mark.length) : text;
}

// In the list the name of the rule stands above it: what only says that again is left out, and what has no value.
function briefOf(alert) {
  const text = messageOf(alert).replace(/ [\w.[\]]+=<NA>(?=[ )]|$)/g, "");
  return text.startsWith(`${alert.rule} (`) ? text.slice(alert.rule.length + 2).replace(/\)(?=[^)]*$)/, "") : text;
}

// The oldest go when there are too many.
function trim() {
  const ids = [...state.alerts.keys()].sort((one, other) => one - other);
  const touched = new Set();
  for (const id of ids.slice(0, Math.max(0, ids.length - MOST_ALERTS))) {
    const group = groupOf(id);
    group.ids.splice(group.ids.indexOf(id), 1);
    state.alerts.delete(id);
    touched.add(group);
    $("older").hidden = false;
  }
  for (const group of touched) {
    if (group.ids.length > 0) {
      fill(group);
    } else {
      group.item.remove();
      state.groups.delete(group.key);
    }
  }
}

// Alerts, the newest one first; behind: they are older than all in the list.
function add(entries, behind, fresh) {
  const list = $("alerts");
  const touched = new Set();
  for (const { id, alert } of entries) {
    if (state.alerts.has(id)) continue;
    const key = keyOf(alert);
    let group = state.groups.get(key);
    if (!group) {
      group = { key, ids: [], open: false, item: element("li") };
      state.groups.set(key, group);
      if (behind) list.append(group.item);
    }
    state.alerts.set(id, alert);
    group.ids.push(id);
    touched.add(group);
  }
  for (const group of touched) {
    group.ids.sort((one, other) => other - one);
    group.item.classList.toggle("new", fresh);
    fill(group);
  }
  if (!behind) list.prepend(...[...touched].sort((one, other) => other.ids[0] - one.ids[0]).map((group) => group.item));
  trim();
  state.oldest = state.alerts.size > 0 ? Math.min(...state.alerts.keys()) : 0;
  const some = state.alerts.size > 0;
  const filtered = state.rule || $("search").value || $("priority").value !== "7" || range() > 0;
  $("empty").hidden = some;
  $("empty").textContent = filtered ? "No alert is like that." : "No alert yet. New ones appear here as they happen.";
}

async function load() {
  const turn = ++state.turn;
  const limit = AT_ONCE;
  const body = await ask("/api/alerts", { ...filters(), limit });
  if (turn !== state.turn) return;
  state.alerts.clear();
  state.groups.clear();
  $("alerts").replaceChildren();
  add(body.alerts, true, false);
  state.newest = body.newest;
  $("older").hidden = body.alerts.length < limit;
}

async function loadOlder() {
  const limit = AT_ONCE;
  const body = await ask("/api/alerts", { ...filters(), limit, before: state.oldest });
  add(body.alerts, true, false);
  $("older").hidden = body.alerts.length < limit;
}

// --- overview

function stepFor(seconds) {
  const steps = [10, 60, 300, 900, 1800, 3600, 10800, 21600, 86400, 604800];
  return steps.find((step) => seconds / step <= 60) || steps[steps.length - 1];
}

async function loadOverview() {
  const turn = state.turn;
  const now = Math.floor(Date.now() / 1000);
  let seconds = range();
  if (seconds === 0) {
    const first = await ask("/api/counts", { ...filters(), step: 31536000 });
    const hours = await ask("/api/counts", { ...filters(), step: first.total > 0 ? 3600 : 31536000 });
    seconds = hours.times.length > 0 ? Math.max(900, now - hours.times[0][0]) : 3600;
    if (hours.times.length > 0 && seconds < 21600) {
      const minutes = await ask("/api/counts", { ...filters(), step: 60 });
      if (minutes.times.length > 0) seconds = Math.max(600, now - minutes.times[0][0]);
    }
  }
  const step = stepFor(seconds);
  const counts = await ask("/api/counts", { ...filters(), step });
  if (turn !== state.turn) return;
  draw(counts, Math.floor((now - seconds) / step) * step, now, step);
  listRules(counts.rules);
}

function draw(counts, from, to, step) {
  const svg = $("chart");
  const slots = Math.floor((to - from) / step) + 1;
  const columns = Array.from({ length: slots }, () => new Array(8).fill(0));
  const sums = new Array(8).fill(0);
  for (const [time, priority, n] of counts.times) {
    const at = Math.floor((time - from) / step);
    sums[priority] += n;
    if (at >= 0 && at < slots) columns[at][priority] += n;
  }
  const most = Math.max(1, ...columns.map((column) => column.reduce((a, b) => a + b, 0)));
  svg.setAttribute("viewBox", `0 0 ${slots * 10} 100`);
  svg.replaceChildren();
  columns.forEach((column, at) => {
    let top = 100;
    for (let priority = 0; priority < 8; priority++) {
      if (column[priority] === 0) continue;
      const height = Math.max(2, column[priority] / most * 96);
      const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      top -= height;
      bar.setAttribute("x", at * 10 + 1);
      bar.setAttribute("width", 8);
      bar.setAttribute("y", top);
      bar.setAttribute("height", height);
      bar.style.fill = colour(priority);
      const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
      title.textContent = `${new Date((from + at * step) * 1000).toLocaleString()}: ${column[priority]} ${PRIORITIES[priority]}`;
      bar.append(title);
      svg.append(bar);
    }
  });
  const label = (seconds) => {
    const date = new Date(seconds * 1000);
    return `${dayOf(date)} ${clock.format(date).slice(0, 5)}`.trim();
  };
  $("axis").children[0].textContent = label(from);
  $("axis").children[1].textContent = label(to);
  $("total").textContent = count.format(counts.total);
  $("legend").replaceChildren(...sums.map((n, priority) => {
    const mark = element("i");
    mark.style.background = colour(priority);
    return n > 0 ? element("li", {}, mark, `${PRIORITIES[priority]} ${count.format(n)}`) : "";
  }).filter((item) => item));
}

function listRules(rules) {
  const most = Math.max(1, ...rules.map((rule) => rule[2]));
  $("rules").replaceChildren(...rules.slice(0, 30).map(([name, priority, n]) => {
    const bar = element("i");
    bar.style.width = `${n / most * 100}%`;
    bar.style.background = colour(priority);
    const button = element("button", { type: "button", title: `Show only this rule (${PRIORITIES[priority]})` },
      element("span", { className: "name", textContent: name }),
      element("span", { className: "n", textContent: count.format(n) }),
      element("span", { className: "bar" }, bar));
    if (name === state.rule) button.className = "picked";
    button.addEventListener("click", () => chooseRule(name === state.rule ? "" : name));
    return element("li", {}, button);
  }));
}

async function loadStatus() {
  const status = await ask("/api/status");
  const facts = [["Rules", count.format(status.rules)], ["Events", count.format(status.events)],
    ["Matches", count.format(status.matches)],
    ["Running since", new Date(status.start_s * 1000).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" })]];
  $("host").textContent = status.hostname;
  document.title = `Alerts of ${status.hostname}`;
  $("facts").replaceChildren(...facts.map(([name, value]) =>
    element("div", {}, element("dt", { textContent: name }), element("dd", { textContent: value }))));
  notice(status.losses.map(([why, n]) => `${count.format(n)} ${why}`).join("; "));
  return status;
}

// --- details

// Names that have no value stand in one row at the end.
function table(values, order) {
  const body = element("tbody");
  const without = order.filter((name) => values[name] === null);
  for (const name of order) {
    if (values[name] === null) continue;
    const cell = element("td", { className: "mono" });
    cell.append(spell(values[name]));
    body.append(element("tr", {}, element("th", { className: "mono", scope: "row", textContent: name }), cell));
  }
  if (without.length > 0) {
    body.append(element("tr", {}, element("th", { scope: "row", textContent: "Without a value" }),
      element("td", { className: "null", textContent: without.join(", ") })));
  }
  return element("table", {}, body);
}

// The condition with the value behind each field that it asks.
function annotated(condition, asked) {
  const out = element("pre", { className: "condition" });
  const fields = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\b([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+(?:\[[^\]]*\])?)/g;
  let end = 0;
  for (const match of condition.trim().matchAll(fields)) {
    const name = match[2];
    if (!name || !(name in asked)) continue;
    out.append(condition.trim().slice(end, match.index), element("b", { textContent: name }));
    const value = element("q");
    value.append(spell(asked[name]));
    out.append(value);
    end = match.index + match[0].length;
  }
  out.append(condition.trim().slice(end));
  return out;
}

function details(alert) {
  const priority = priorityOf(alert);
  const rule = state.rules.get(alert.rule);
  const fields = alert.output_fields || {};
  const asked = alert.asked || {};
  const close = element("button", { type: "button", className: "close", textContent: "×", title: "Close" });
  const badge = element("span", { className: "badge", textContent: alert.priority });
  const parts = [];
  close.setAttribute("aria-label", "Close the details");
  close.addEventListener("click", () => pick(0));
  badge.style.color = colour(priority);
  parts.push(close, element("h2", {}, alert.rule, badge),
    element("p", { className: "when", textContent: `${dateOf(alert).toLocaleString()} · ${alert.hostname} · ${alert.source}` }));
  if (rule && rule.desc) parts.push(element("p", { className: "desc", textContent: rule.desc.trim() }));
  parts.push(element("p", { className: "output mono", textContent: messageOf(alert) }));
  if (rule && rule.condition)
    parts.push(element("h3", { textContent: `Why it matched: the condition, ${rule.position.replace(/^.*\//, "")}`, title: rule.position }),
      annotated(rule.condition, asked));
  if (Object.keys(asked).length > 0)
    parts.push(element("h3", { textContent: "What the condition asks" }), table(asked, Object.keys(asked)));
  parts.push(element("h3", { textContent: "Fields of the alert" }), table(fields, Object.keys(fields)));
  if ((alert.tags || []).length > 0)
    parts.push(element("h3", { textContent: "Tags" }),
      element("ul", { className: "tags" }, ...alert.tags.map((tag) => element("li", { textContent: tag }))));
  parts.push(element("details", {}, element("summary", { textContent: "JSON" }),
    element("pre", { className: "raw", textContent: JSON.stringify(alert, null, 2) })));
  return parts;
}

async function pick(id) {
  const panel = $("details");
  let alert = state.alerts.get(id);
  if (id && !alert) {
    const found = await ask("/api/alerts", { before: id + 1, limit: 1 });
    alert = found.alerts.length > 0 && found.alerts[0].id === id ? found.alerts[0].alert : null;
  }
  const before = groupOf(state.picked);
  state.picked = alert ? id : 0;
  const group = groupOf(id);
  if (group) group.open = true;
  for (const one of new Set([before, group])) {
    if (one) fill(one);
  }
  panel.hidden = !alert;
  document.querySelector("main").classList.toggle("open", Boolean(alert));
  panel.replaceChildren(...(alert ? details(alert) : []));
  panel.scrollTop = 0;
  remember();
}

// --- filters and their place in the address

function remember() {
  const parts = new URLSearchParams();
  if ($("search").value) parts.set("search", $("search").value);
  if ($("priority").value !== "7") parts.set("priority", $("priority").value);
  if (range() > 0) parts.set("range", $("range").value);
  if (state.rule) parts.set("rule", state.rule);
  if (state.picked) parts.set("id", state.picked);
  history.replaceState(null, "", parts.size > 0 ? `#${parts}` : location.pathname);
}

function recall() {
  const parts = new URLSearchParams(location.hash.slice(1));
  $("search").value = parts.get("search") || "";
  for (const name of ["priority", "range"]) {
    if ([...$(name).options].some((option) => option.value === parts.get(name))) $(name).value = parts.get(name);
  }
  state.rule = parts.get("rule") || "";
  return Number(parts.get("id")) || 0;
}

function showChip() {
  $("rule-chip").hidden = !state.rule;
  $("rule-chip").textContent = state.rule;
}

async function refresh() {
  showChip();
  remember();
  try {
    await load();
    await loadOverview();
  } catch (error) {
    show("broken", error.message);
  }
}

function chooseRule(name) {
  state.rule = name;
  refresh();
}

// --- the loops

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function follow() {
  for (;;) {
    const turn = state.turn;
    try {
      const body = await ask("/api/alerts", { ...filters(), after: state.newest || "0", wait: 1, limit: 100 });
      show("live", "Live");
      if (turn === state.turn) {
        add(body.alerts, false, true);
        state.newest = Math.max(state.newest, body.newest);
      }
      await pause(body.alerts.length > 0 ? 300 : 1000);
    } catch (error) {
      show("broken", "The agent does not answer");
      await pause(3000);
    }
  }
}

async function watch() {
  for (;;) {
    await pause(5000);
    if (document.hidden) continue;
    try {
      await loadStatus();
      await loadOverview();
    } catch (error) {
      // Said by follow().
    }
  }
}

async function start() {
  const id = recall();
  let timer = 0;
  showChip();
  try {
    const [rules] = await Promise.all([ask("/api/rules"), loadStatus()]);
    for (const rule of rules) state.rules.set(rule.name, rule);
    await load();
    await loadOverview();
    show("live", "Live");
    if (id) await pick(id);
  } catch (error) {
    show("broken", error.message);
  }
  $("search").addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, 250);
  });
  $("priority").addEventListener("change", refresh);
  $("range").addEventListener("change", refresh);
  $("rule-chip").addEventListener("click", () => chooseRule(""));
  $("filters").addEventListener("submit", (event) => event.preventDefault());
  $("older").addEventListener("click", () => loadOlder().catch((error) => show("broken", error.message)));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.picked) pick(0);
  });
  document.body.dataset.ready = "true";
  // /?still shows how it stands now, and goes no further.
  if (new URLSearchParams(location.search).has("still")) {
    show("", "As it stood when it was loaded");
    return;
  }
  follow();
  watch();
}

start();
