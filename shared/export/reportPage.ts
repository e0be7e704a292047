/** The report as one page that any browser opens and prints; it asks for nothing from anywhere. */
import type { Exporter } from './exporter.ts';
import { markdownToHtml } from './markdownToHtml.ts';
import { writeReport } from './report.ts';
import { escapeXml } from './svgMarkup.ts';

/** Ink, paper and rules as on screen; on paper black on white, with no heading alone at a page's foot. */
const STYLE = `
:root{color-scheme:light;--paper:#f6f2e9;--ink:#191511;--ink2:#4b4640;--hair:#cfc8bb}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.45 Archivo,"Helvetica Neue",Arial,sans-serif}
main{max-width:46rem;margin:0 auto;padding:3rem 1.5rem 5rem}
h1{margin:0 0 .3em;font-size:3.2rem;line-height:.98;letter-spacing:-.035em;overflow-wrap:anywhere}
h2{margin:3rem 0 .6rem;padding-top:.5rem;border-top:3px solid var(--ink);font-size:1.5rem;letter-spacing:-.02em}
h3{margin:1.8rem 0 .4rem;font-size:1.1rem}
p,ul,ol,blockquote{margin:.5rem 0}
ul,ol{padding-left:1.3rem}
li{margin:.25rem 0;overflow-wrap:anywhere}
li li{color:var(--ink2)}
blockquote{padding-left:1rem;border-left:3px solid var(--hair);color:var(--ink2)}
pre{overflow-x:auto}
a{color:inherit}
@media print{:root{--paper:#fff;--ink:#000;--ink2:#333}main{max-width:none;padding:0}h2,h3{break-after:avoid}li{break-inside:avoid}}
`;

export const reportPage: Exporter = {
  id: 'report',
  title: 'Report (page)',
  typeName: 'Web page',
  extension: 'html',
  mime: 'text/html',
  run: (input) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(input.title.trim() || 'A jam')}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${markdownToHtml(writeReport(input))}
</main>
</body>
</html>
`,
};
