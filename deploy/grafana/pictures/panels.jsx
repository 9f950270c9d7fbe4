// Draws one dashboard with Grafana's own components (@grafana/ui): tiles, time series, tables. Panels of other kinds live in Grafana itself; their place
// says so. The dashboard and what Prometheus answered come from draw.py, as window.picture.
import { createRoot } from 'react-dom/client';
import { ThemeContext, FieldType, applyFieldOverrides, createTheme, dateTime, getDisplayProcessor, toDataFrame } from '@grafana/data';
import { BigValue, BigValueColorMode, BigValueGraphMode, BigValueTextMode, GlobalStyles, LegendDisplayMode, PanelChrome, Table, TimeSeries } from '@grafana/ui';

const { dashboard, from, to, step } = window.picture;
const theme = createTheme({ colors: { mode: 'dark' } });
const COLUMN = 62;
const ROW = 34;
const GAP = 8;
const MOST_IN_LEGEND = 16;

const named = (target, series) =>
  target.legendFormat.replace(/\{\{(\w+)\}\}/g, (_, label) => series.metric[label] ?? '').trim() || 'Value';

const shown = (field, config) => {
  field.config = config;
  field.display = getDisplayProcessor({ field, theme, timeZone: 'utc' });
  return field;
};

/** One frame a series, with a hole where Prometheus has no number. */
function frames(panel) {
  const all = panel.targets.flatMap((target) =>
    target.series.map((series) => {
      const numbers = new Map((series.values ?? [series.value]).map(([at, value]) => [Math.round(at), Number(value)]));
      const times = [];
      for (let at = from; at <= to; at += step) times.push(at);
      const values = times.map((at) => (Number.isFinite(numbers.get(at)) ? numbers.get(at) : null));
      return toDataFrame({
        name: named(target, series),
        fields: [
          { name: 'Time', type: FieldType.time, values: times.map((at) => at * 1000) },
          { name: 'Value', type: FieldType.number, values },
        ],
      });
    })
  );
  all.forEach((frame, index) => {
    const value = frame.fields[1];
    value.state = { seriesIndex: index };
    shown(frame.fields[0], {});
    shown(value, { ...panel.fieldConfig.defaults, displayNameFromDS: frame.name });
  });
  return all;
}

function Tile({ panel, width, height }) {
  const [frame] = frames(panel);
  const last = frame?.fields[1].values.findLast((value) => value !== null);
  const number = last === undefined ? { text: panel.fieldConfig.defaults.noValue, numeric: NaN } : frame.fields[1].display(last);
  const value = frame && panel.options.textMode === 'name' ? { ...number, text: frame.name, suffix: '' } : number;
  return (
    <BigValue theme={theme} width={width} height={height} value={value} colorMode={BigValueColorMode.Background}
      graphMode={BigValueGraphMode.None} textMode={BigValueTextMode.Value} />
  );
}

function Lines({ panel, width, height }) {
  const all = frames(panel);
  const range = { from: dateTime(from * 1000), to: dateTime(to * 1000), raw: { from: '', to: '' } };
  const legend = { displayMode: LegendDisplayMode.List, placement: 'bottom', showLegend: all.length <= MOST_IN_LEGEND, calcs: [] };
  return all.length === 0 ? <div>{panel.fieldConfig.defaults.noValue}</div> : (
    <TimeSeries frames={all} structureRev={1} timeRange={range} timeZone="utc" width={width} height={height} legend={legend} theme={theme} />
  );
}

/** Merges what each query says of a source into one line, as the panel's transformation does. */
function Lists({ panel, width, height }) {
  const names = panel.transformations.find(({ id }) => id === 'organize').options.renameByName;
  const key = Object.keys(names).find((name) => !name.startsWith('Value'));
  const keys = [...new Set(panel.targets.flatMap(({ series }) => series.map(({ metric }) => metric[key])))].sort();
  const columns = panel.targets.map(({ refId, series }) => {
    const values = new Map(series.map(({ metric, value }) => [metric[key], Number(value[1])]));
    return { name: names[`Value #${refId}`], type: FieldType.number, values: keys.map((name) => values.get(name) ?? null), config: { ...panel.fieldConfig.defaults } };
  });
  const raw = toDataFrame({ fields: [{ name: names[key], type: FieldType.string, values: keys, config: {} }, ...columns] });
  const [frame] = applyFieldOverrides({ data: [raw], fieldConfig: panel.fieldConfig, replaceVariables: (text) => text, theme, timeZone: 'utc' });
  for (const field of frame.fields) {
    const override = panel.fieldConfig.overrides.find(({ matcher }) => matcher.options === field.name);
    const unit = override?.properties.find(({ id }) => id === 'unit')?.value;
    shown(field, { ...field.config, unit });
  }
  return <Table data={frame} width={width} height={height} />;
}

const KINDS = { stat: Tile, timeseries: Lines, table: Lists };

function Panel({ panel }) {
  const { x, y, w, h } = panel.gridPos;
  const width = w * COLUMN - GAP;
  const height = h * ROW - GAP;
  const Kind = KINDS[panel.type];
  return (
    <div style={{ position: 'absolute', left: x * COLUMN + GAP, top: y * ROW + GAP, width, height }}>
      {panel.type === 'row' ? <h4>{panel.title}</h4> : (
        <PanelChrome title={panel.title} width={width} height={height}>
          {(w, h) => (Kind ? <Kind panel={panel} width={w} height={h} /> : <em>{`"${panel.type}" is drawn by Grafana only`}</em>)}
        </PanelChrome>
      )}
    </div>
  );
}

createRoot(document.body.appendChild(document.createElement('main'))).render(
  <ThemeContext.Provider value={theme}>
    <GlobalStyles />
    {dashboard.panels.map((panel) => <Panel key={panel.id} panel={panel} />)}
  </ThemeContext.Provider>
);
