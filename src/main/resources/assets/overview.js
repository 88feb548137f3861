"use strict";
// The charts of the overview, drawn from the tables below them: whoever cannot see the one reads the other.
const charts = {};

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
function figures(name) {
  return [...document.querySelectorAll(`[data-figures="${name}"] tbody tr`)].map((row) => ({
    at: new Date(row.querySelector("time").dateTime),
    cells: [...row.cells].slice(1).map((cell) => (cell.textContent.trim() === "" ? null : Number(cell.textContent))),
  }));
}
function axes(labels, unit) {
  const soft = colour("--soft");
  return {
    animation: false,
    textStyle: { color: soft, fontSize: 12 },
    grid: { left: 8, right: 8, top: 24, bottom: 4, containLabel: true },
    xAxis: { type: "category", data: labels, axisLabel: { color: soft, fontSize: 12 }, axisLine: { lineStyle: { color: colour("--line") } }, axisTick: { show: false } },
    yAxis: { type: "value", minInterval: 1, name: unit, nameTextStyle: { color: soft, fontSize: 12, align: "left" }, axisLabel: { color: soft, fontSize: 12 }, splitLine: { lineStyle: { color: colour("--line") } } },
  };
}
function hours() {
  const all = figures("hours");
  const hour = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const bar = (name, index, key) => ({
    name, type: "bar", barMaxWidth: 14, data: all.map((each) => each.cells[index]), itemStyle: { color: colour(key) },
  });
  return { ...axes(all.map((each) => hour.format(each.at)), "in (blue), out (orange)"), series: [bar("in", 0, "--chart-1"), bar("out", 1, "--chart-2")] };
}
function days() {
  const all = figures("days");
  const day = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric" });
  const options = axes(all.map((each) => day.format(each.at)), "%");
  Object.assign(options.yAxis, { min: 0, max: 100 });
  const line = colour("--chart-3");
  return { ...options, series: [{ name: "delivered", type: "line", data: all.map((each) => each.cells[2]), symbolSize: 8, itemStyle: { color: line }, lineStyle: { color: line, width: 2 } }] };
}
function draw() {
  for (const [name, options] of Object.entries({ hours, days })) {
    const place = document.querySelector(`[data-chart="${name}"]`);
    charts[name] ??= echarts.init(place, null, { renderer: "canvas" });
    charts[name].setOption(options(), true);
  }
}
document.addEventListener("DOMContentLoaded", draw);
document.addEventListener("theme", draw);
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.elt.id === "week") {
    draw();
  }
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
addEventListener("resize", () => Object.values(charts).forEach((chart) => chart.resize()));
