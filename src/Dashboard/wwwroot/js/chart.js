import { Controller } from '../lib/stimulus.js';

const number = new Intl.NumberFormat('vi-VN');
const written = iso => iso.split('-').reverse().join('/');
const short = amount => (amount >= 1e9 ? `${number.format(Math.round(amount / 1e7) / 100)} tỷ` : amount >= 1e6 ? `${number.format(Math.round(amount / 1e4) / 100)} triệu` : number.format(amount));

/** The library, once, and only when a chart comes near the screen; by its fingerprinted address, which the page names. */
let library;
const load = address => (library ??= import(new URL(address, document.baseURI)).catch(fault => { library = undefined; throw fault; }));

/**
 * Draws the numbers of its figure. The words, the table and the workbook are the page's own: where the library does not come, they are what there is.
 * Arrow keys walk through the points, which are said as they stand in the table.
 */
const ChartController = class extends Controller {
  static targets = ['plot', 'say', 'toggle', 'save', 'table'];
  static values = { library: String, data: Object, name: String };

  connect() {
    this.at = -1;
    this.toggleTarget.hidden = false;
    this.clear();
    this.near = new IntersectionObserver(seen => { if (seen.some(one => one.isIntersecting)) this.start(); }, { rootMargin: '200px' });
    this.near.observe(this.plotTarget);
    this.themes = new MutationObserver(() => this.draw());
    this.themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-bs-theme'] });
    this.sizes = new ResizeObserver(() => this.resized());
    this.sizes.observe(this.plotTarget);
    this.key = event => this.walk(event);
    this.plotTarget.addEventListener('keydown', this.key);
  }

  disconnect() {
    this.near.disconnect();
    this.themes.disconnect();
    this.sizes.disconnect();
    this.plotTarget.removeEventListener('keydown', this.key);
    this.clear();
  }

  clear() {
    this.drawn?.dispose();
    this.drawn = undefined;
    this.plotTarget.removeAttribute('_echarts_instance_');
    this.plotTarget.replaceChildren();
  }

  async start() {
    this.near.disconnect();
    try {
      this.echarts = await load(this.libraryValue);
    } catch {
      this.plotTarget.hidden = true;
      this.open(true);
      return;
    }
    if (!this.element.isConnected) return;
    this.plotTarget.tabIndex = 0;
    this.plotTarget.setAttribute('role', 'application');
    this.plotTarget.setAttribute('aria-roledescription', 'biểu đồ');
    this.plotTarget.setAttribute('aria-label', `${this.nameValue}. Phím mũi tên để nghe từng số liệu.`);
    this.plotTarget.setAttribute('aria-describedby', this.element.querySelector('figcaption').id);
    this.saveTarget.hidden = false;
    this.draw();
  }

  dataValueChanged() { if (this.drawn) this.draw(); }

  draw() {
    if (!this.echarts || !this.element.isConnected) return;
    this.clear();
    this.drawn = this.echarts.init(this.plotTarget, null, { renderer: 'svg', locale: locale(this.echarts) });
    this.drawn.setOption(this.option(this.plotTarget.clientWidth));
    this.element.dataset.drawn = this.dataValue.rows.length;
  }

  resized() {
    if (!this.drawn) return;
    const narrow = this.plotTarget.clientWidth < 560;
    if (this.dataValue.kind === 'flow' && narrow !== this.narrow) this.draw(); else this.drawn.resize();
  }

  option(width) {
    this.narrow = width < 560;
    const style = getComputedStyle(document.documentElement);
    const colour = name => style.getPropertyValue(`--${name}`).trim();
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const common = {
      animation: !calm, animationDuration: 250, animationDurationUpdate: 0,
      textStyle: { fontFamily: style.getPropertyValue('--font').trim(), color: colour('ink') },
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      tooltip: { renderMode: 'richText', confine: true, backgroundColor: colour('surface'), borderColor: colour('line-strong'), textStyle: { color: colour('ink'), fontSize: 12 } },
    };
    return this.dataValue.kind === 'flow' ? this.flow(common, colour) : this.lines(common, colour);
  }

  lines(common, colour) {
    const { series, rows, unit, mark, markName } = this.dataValue;
    const looks = {
      planned: { color: colour('ink-3'), type: [2, 3], symbol: 'rect' },
      actual: { color: colour('done-fill'), type: 'solid', symbol: 'circle' },
      forecast: { color: colour('behind-fill'), type: [7, 4], symbol: 'diamond' },
    };
    return {
      ...common,
      grid: { left: 4, right: 18, top: 44, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 30, textStyle: { color: colour('ink-2') }, inactiveColor: colour('line-strong') },
      tooltip: { ...common.tooltip, trigger: 'axis', formatter: points => this.words(rows.findIndex(row => row.on === points[0].value[0]), '\n') },
      xAxis: {
        type: 'time', min: rows[0].on, max: rows.at(-1).on, axisLine: { lineStyle: { color: colour('line-strong') } }, splitLine: { show: false },
        axisLabel: { color: colour('ink-3'), hideOverlap: true, formatter: at => { const day = new Date(at); return `${String(day.getDate()).padStart(2, '0')}/${String(day.getMonth() + 1).padStart(2, '0')}`; } },
      },
      yAxis: { type: 'value', name: unit, nameTextStyle: { color: colour('ink-3'), align: 'left' }, axisLabel: { color: colour('ink-3'), formatter: number.format }, splitLine: { lineStyle: { color: colour('line') } } },
      series: series.map((one, at) => {
        const look = looks[one.look];
        return {
          type: 'line', name: one.name, color: look.color, symbol: look.symbol, symbolSize: 6, connectNulls: false,
          lineStyle: { width: one.look === 'actual' ? 3 : 2, type: look.type },
          data: rows.filter(row => row.values[at] != null).map(row => [row.on, row.values[at]]),
          markLine: at === 0 && mark != null ? { silent: true, symbol: 'none', lineStyle: { color: colour('line-strong'), type: 'solid', width: 1 }, label: { formatter: markName, position: 'insideEndTop', color: colour('ink-2') }, data: [{ yAxis: mark }] } : undefined,
        };
      }),
    };
  }

  flow(common, colour) {
    const { rows, unit } = this.dataValue;
    const goesOn = new Set(rows.map(row => row.name));
    const names = [...new Set(rows.flatMap(row => [row.name, row.to]))];
    const entered = new Set(rows.map(row => row.to));
    const tone = name => (goesOn.has(name) && entered.has(name)) || rows[0].name === name ? colour('done-fill') : goesOn.has(name) || !/^(Giảm|Còn|Không)/.test(name) ? colour('ontrack-fill') : colour('behind-fill');
    return {
      ...common,
      tooltip: { ...common.tooltip, trigger: 'item', formatter: ({ dataType, dataIndex, name, value }) => (dataType === 'edge' ? this.words(dataIndex, '\n') : `${name}\n${number.format(value)} ${unit}`) },
      series: [{
        type: 'sankey', orient: this.narrow ? 'vertical' : 'horizontal', left: 4, right: this.narrow ? 4 : 150, top: this.narrow ? 24 : 8, bottom: this.narrow ? 40 : 8,
        nodeAlign: this.narrow ? 'justify' : 'left', labelLayout: { hideOverlap: true }, nodeWidth: 12, nodeGap: this.narrow ? 26 : 16, draggable: false, emphasis: { focus: 'adjacency' },
        label: { color: colour('ink'), fontSize: this.narrow ? 10 : 12, position: this.narrow ? 'top' : 'right', width: this.narrow ? 64 : 140, lineHeight: this.narrow ? 12 : 15, overflow: 'break', formatter: ({ name, value }) => `${name}\n${short(value)}` },
        lineStyle: { color: 'source', opacity: .35, curveness: .5 },
        data: names.map(name => ({ name, itemStyle: { color: tone(name), borderColor: colour('ink'), borderWidth: 1 } })),
        links: rows.map(row => ({ source: row.name, target: row.to, value: row.values[0] })),
      }],
    };
  }

  /** A point as it stands in the table, in words. */
  words(index, apart = ', ') {
    const { series, rows, unit, kind } = this.dataValue;
    const row = rows[index];
    if (!row) return '';
    if (kind === 'flow') return [`${row.name} đến ${row.to}`, `${number.format(row.values[0])} ${unit}`].join(apart);
    return [written(row.on), ...series.map((one, at) => (row.values[at] == null ? null : `${one.name.toLowerCase()} ${number.format(row.values[at])} ${unit}`)).filter(Boolean)].join(apart);
  }

  walk(event) {
    const last = this.dataValue.rows.length - 1;
    const to = { ArrowRight: Math.min(this.at + 1, last), ArrowDown: Math.min(this.at + 1, last), ArrowLeft: Math.max(this.at - 1, 0), ArrowUp: Math.max(this.at - 1, 0), Home: 0, End: last, Escape: -1 }[event.key];
    if (to === undefined || !this.drawn) return;
    event.preventDefault();
    this.at = to;
    const dataType = this.dataValue.kind === 'flow' ? 'edge' : undefined;
    this.drawn.dispatchAction({ type: 'downplay', seriesIndex: 0 });
    if (to < 0) {
      this.drawn.dispatchAction({ type: 'hideTip' });
      this.sayTarget.textContent = '';
      return;
    }
    this.drawn.dispatchAction(this.dataValue.kind === 'flow' ? { type: 'highlight', seriesIndex: 0, dataIndex: to, dataType } : { type: 'showTip', seriesIndex: 0, dataIndex: to });
    this.sayTarget.textContent = this.words(to);
  }

  turn() { this.open(this.toggleTarget.getAttribute('aria-expanded') !== 'true'); }

  open(isOpen) {
    this.tableTarget.classList.toggle('is-open', isOpen);
    this.toggleTarget.setAttribute('aria-expanded', isOpen);
    this.toggleTarget.lastChild.textContent = isOpen ? 'Ẩn bảng số liệu' : 'Xem bảng số liệu';
  }

  /** The picture, as large as a page of a report needs it, with its title. */
  save() {
    const sheet = document.createElement('div');
    const size = { width: 1000, height: this.dataValue.kind === 'flow' ? 560 : 460 };
    const shot = this.echarts.init(sheet, null, { renderer: 'canvas', locale: locale(this.echarts), devicePixelRatio: 2, ...size });
    const style = getComputedStyle(document.documentElement);
    const plain = this.option(size.width);
    const lower = (top, by) => (typeof top === 'number' ? top + by : by);
    if (plain.grid) { plain.grid.top = lower(plain.grid.top, 34); plain.legend.top = 32; } else plain.series[0].top = lower(plain.series[0].top, 36);
    shot.setOption({ ...plain, animation: false, title: { text: this.nameValue, left: 0, top: 2, textStyle: { fontSize: 16, color: style.getPropertyValue('--ink').trim() } } });
    shot.renderToCanvas({ pixelRatio: 2, backgroundColor: style.getPropertyValue('--surface').trim() }).toBlob(blob => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = `${this.nameValue}.png`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      shot.dispose();
    }, 'image/png');
    this.narrow = this.plotTarget.clientWidth < 560;
  }
};

let known;
function locale(echarts) {
  if (!known) {
    const months = Array.from({ length: 12 }, (_, at) => `Tháng ${at + 1}`);
    echarts.registerLocale('VI', {
      time: { month: months, monthAbbr: months.map(name => name.replace('áng ', '')), dayOfWeek: ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'], dayOfWeekAbbr: ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] },
      legend: { selector: { all: 'Tất cả', inverse: 'Đảo' } },
      toolbox: {}, series: { typeNames: {} }, aria: { general: {}, series: { single: {}, multiple: {} }, data: {} },
    });
    known = 'VI';
  }
  return known;
}

window.Stimulus.register('chart', ChartController);
