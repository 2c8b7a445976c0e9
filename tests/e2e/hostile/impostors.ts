import { gzipSync } from 'node:zlib';
import type { HostilePicture, Verdict } from './hostile-input.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"/>';
const ENTITIES = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;

/** Files that are no picture that we read, by their first bytes. */
const OTHER_KINDS: Readonly<Record<string, string>> = {
  svg: SVG,
  'svg that includes a file': `<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>`,
  'svg with an entity bomb': `${ENTITIES}${SVG}`,
  'svg behind a byte order mark': `\xef\xbb\xbf${SVG}`,
  pdf: '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
  postscript: '%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 500 500\nshowpage\n',
  zip: 'PK\x03\x04\x14\x00\x00\x00\x08\x00 a file of a zip archive',
  rar: 'Rar!\x1a\x07\x01\x00 and more',
  '7z': "7z\xbc\xaf'\x1c\x00\x04 and more",
  html: '<!doctype html><html><script>alert(1)</script></html>',
  xml: '<?xml version="1.0"?><data/>',
  json: '{"this":"is","no":"picture"}',
  text: 'Dear Sir or Madam, please find me attached.',
  'shell script': '#!/bin/sh\nrm -rf "$HOME"\n',
  'windows program': 'MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff',
  'linux program': '\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00',
  mp4: '\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42',
  quicktime: '\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  ',
  bmp: 'BM\x36\x00\x0c\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00',
  ico: '\x00\x00\x01\x00\x01\x00\x10\x10\x00\x00\x01\x00\x20\x00',
  photoshop: '8BPS\x00\x01\x00\x00\x00\x00\x00\x00\x00\x03\x00\x00',
  'jpeg xl': '\x00\x00\x00\x0cJXL \r\n\x87\n',
  'bare jpeg xl': '\xff\x0a\x00\x10\xb0\x13\x08\x08\x10\x00\x18\x00',
  'jpeg 2000': '\x00\x00\x00\x0cjP  \r\n\x87\n',
  'big tiff': 'II+\x00\x08\x00\x00\x00\x10\x00\x00\x00\x00\x00\x00\x00',
  openexr: 'v/1\x01\x02\x00\x00\x00channels\x00chlist',
  'portable pixmap': 'P6\n500 500\n255\n',
  'radiance map': '#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n',
  farbfeld: 'farbfeld\x00\x00\x01\xf4\x00\x00\x01\xf4',
  fits: 'SIMPLE  =                    T / a picture of stars',
  'script of an image program':
    'push graphic-context\nimage over 0,0 0,0 "|id"\npop graphic-context',
  'riff sound': 'RIFF\x24\x00\x00\x00WAVEfmt ',
  'gif of another time': 'GIF88a\x60\x00\x50\x00\x00\x00\x00',
  'jpeg with a missing byte': '\xff\xd8\x00\xe0\x00\x10JFIF\x00\x01',
  'line feeds of a text transfer': '\x89PNG\n\x1a\n\x00\x00\x00\rIHDR',
};

/** Files that begin as one thing and go on as another. */
const TWO_FACED: Readonly<Record<string, string>> = {
  'gif that is a script': 'GIF89a=1;/* a comment in which the picture would stand */alert(1)',
  'jpeg that is a web page': '\xff\xd8\xff\xfe\x00\x20<html><script>alert(1)</script><!--',
  'png that is a web page': '\x89PNG\r\n\x1a\n<html><script>alert(1)</script></html>',
  'tiff that is a zip': 'II*\x00PK\x03\x04\x14\x00\x00\x00\x08\x00',
  'webp that is a web page': 'RIFF\x40\x00\x00\x00WEBP<html><script>alert(1)</script></html>',
  'heic that is text': '\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic and then a letter',
};

export function impostors(): readonly HostilePicture[] {
  const unsupported: readonly Verdict[] = ['IMAGE_TYPE_UNSUPPORTED'];
  const unreadable: readonly Verdict[] = ['IMAGE_UNREADABLE', 'IMAGE_TOO_MANY_PIXELS'];
  const toPictures = (files: Readonly<Record<string, string>>, verdicts: readonly Verdict[]) =>
    Object.entries(files).map(([name, content]) => ({
      name,
      bytes: new Uint8Array(Buffer.from(content, 'latin1')),
      verdicts,
    }));
  return [
    ...toPictures(OTHER_KINDS, unsupported),
    ...toPictures(TWO_FACED, unreadable),
    { name: 'gzip', bytes: new Uint8Array(gzipSync('a letter')), verdicts: unsupported },
    { name: 'a megabyte of zeros', bytes: new Uint8Array(2 ** 20), verdicts: unsupported },
    { name: 'one byte', bytes: new Uint8Array([0xff]), verdicts: unsupported },
    { name: 'an empty file', bytes: new Uint8Array(), verdicts: ['IMAGE_MISSING'] },
    {
      name: 'a file of 25 MiB and one byte',
      bytes: new Uint8Array(25 * 2 ** 20 + 1),
      verdicts: ['IMAGE_FILE_TOO_LARGE'],
    },
  ];
}
