// node measure.js SAMPLE.xml MILLISECONDS: reads the sample once into objects, then writes it again and again with each library,
// and prints how many documents a second each managed. A library that loses content is not measured but reported.
import { readFileSync } from 'node:fs';
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { create } from 'xmlbuilder2';

const [file, milliseconds] = process.argv.slice(2);
const sample = readFileSync(file, 'utf8');
const shape = { ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false, parseAttributeValue: false };
const parser = new XMLParser(shape);
const document = parser.parse(sample);
delete document['?xml'];

// xmlbuilder2 has to meet the namespaces before the elements that use them.
const attributesFirst = (node) =>
    Array.isArray(node) ? node.map(attributesFirst)
    : typeof node !== 'object' ? node
    : Object.fromEntries(Object.entries(node).sort(([a], [b]) => b.startsWith('@') - a.startsWith('@')).map(([key, value]) => [key, attributesFirst(value)]));
const ordered = attributesFirst(document);

const builder = new XMLBuilder(shape);
const writers = {
    'fast-xml-parser': () => '<?xml version="1.0" encoding="UTF-8"?>' + builder.build(document),
    xmlbuilder2: () => create({ version: '1.0', encoding: 'UTF-8' }, ordered).end(),
};

const content = (xml) => {
    const parsed = parser.parse(xml);
    delete parsed['?xml'];
    return JSON.stringify(parsed);
};

const results = {};
for (const [name, write] of Object.entries(writers)) {
    if (content(write()) !== JSON.stringify(document)) throw new Error(`${name} wrote something else`);
    for (let warm = 0; warm < 200; warm++) write();
    const begun = performance.now();
    let count = 0;
    for (; performance.now() - begun < Number(milliseconds); count++) Buffer.from(write(), 'utf8');
    results[name] = count / ((performance.now() - begun) / 1000);
}
console.log(JSON.stringify(results));
