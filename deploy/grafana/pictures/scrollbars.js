// Stands in for react-custom-scrollbars-2, whose default export bundlers hand to @grafana/ui in a wrapper.
export { Scrollbars as default } from './node_modules/react-custom-scrollbars-2/lib/index.js';
