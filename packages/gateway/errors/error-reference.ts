import { ERRORS } from '@proteus/contracts/errors.ts';
import { QUALITY_REASONS, WARNINGS } from '@proteus/contracts/jobs/quality-reasons.ts';

const INTRODUCTION = [
  'Every JSON error has the same shape; `code` is stable, so programs branch on it and never on `message`.',
  '`request_id` is also the header `x-request-id`: name it when asking for help.',
];

const EXAMPLE = `{
  "error": {
    "code": "INVALID_REQUEST",
    "message": "The request is not valid; see details.",
    "docs": "/docs/errors#INVALID_REQUEST",
    "request_id": "01JD0000000000000000000000",
    "details": [{ "path": "category", "message": "Invalid option" }]
  }
}`;

/** The error table as `docs/errors.md`. */
export function errorsAsMarkdown(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { status, message }]) => `| \`${code}\` | ${status} | ${message} |`,
  );
  return `<!-- Generated from packages/contracts/errors.ts by packages/gateway/generate.ts. -->

# Errors

${INTRODUCTION.join('\n')}

\`\`\`json
${EXAMPLE}
\`\`\`

A job that failed carries the same codes in its \`error\`; the status is then that of the table's row,
while \`GET /v1/jobs/{job_id}\` itself answers 200.

| Code | Status | Meaning |
| --- | --- | --- |
${rows.join('\n')}

## Warnings

A finished job may carry these in \`warnings\`; its picture is delivered all the same.

${tableOf(WARNINGS)}

## Reasons

What speaks against a picture stands in \`quality.reasons\`, worst first.

${tableOf(QUALITY_REASONS)}
`;
}

function tableOf(texts: Readonly<Record<string, string>>): string {
  const rows = Object.entries(texts).map(([code, text]) => `| \`${code}\` | ${text} |`);
  return ['| Code | Meaning |', '| --- | --- |', ...rows].join('\n');
}

/** The error table as the page that every error's \`docs\` points to. */
export function errorsAsPage(): string {
  const rows = Object.entries(ERRORS).map(
    ([code, { status, message }]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${inHtml(message)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Proteus: errors</title>
<link rel="icon" href="data:,">
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark }
table { border-collapse: collapse } th, td { text-align: left; padding: .3rem .8rem .3rem 0; vertical-align: top }
tr:target { background: Mark; color: MarkText }
</style>
<h1>Errors</h1>
${INTRODUCTION.map((line) => `<p>${inHtml(line)}</p>`).join('\n')}
<pre>${inHtml(EXAMPLE)}</pre>
<table>
<thead><tr><th>Code<th>Status<th>Meaning</thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</html>
`;
}

function inHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}
