// Drives the JavaScript client: node client.test.mjs CLIENT PORTAL KEY. Says "ok" at the end, or fails.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

const [file, portal, key] = process.argv.slice(2);
const { InvoiceSync, InvoiceSyncError } = await import(pathToFileURL(file));
const client = new InvoiceSync(portal, key);

// Written, changed as it was read, refused with every field, archived.
const made = await client.products.create({ name: "Lemn", tax_rate: 21, prices: [{ currency: "RON", amount: 12.5 }] });
assert.match(made.etag, /^"\d+"$/);
const changed = await client.products.change(made.id, { sku: "L-1" }, made.etag);
await assert.rejects(client.products.change(made.id, { sku: "L-2" }, made.etag), { code: "version.stale", status: 412 });
const whole = await client.products.replace(made.id, { name: "Lemn de foc", tax_rate: 21 }, changed.etag);
assert.equal(whole.sku, null);
const refused = await client.products.create({ name: 1, colour: "red" }).catch((error) => error);
assert.ok(refused instanceof InvoiceSyncError);
assert.deepEqual(refused.errors.map((e) => e.pointer).sort(), ["/colour", "/name"]);
await client.products.delete(made.id, whole.etag);
assert.equal((await client.products.restore(made.id)).archived, false);

// More than a page of them, each once.
const saved = await client.products.save(Array.from({ length: 120 }, (_, n) => ({ name: `P${n}`, tax_rate: 21 })));
assert.equal(saved.succeeded, 120);
const seen = new Set();
for await (const product of client.products.list({ sort: "name" })) seen.add(product.id);
assert.equal(seen.size, 121);

// The same key, the same answer.
const once = await client.products.create({ name: "Once", tax_rate: 21 }, { idempotencyKey: "once" });
assert.equal((await client.products.create({ name: "Once", tax_rate: 21 }, { idempotencyKey: "once" })).id, once.id);

// An invoice from its draft to its money, its paper, and what was told of it.
const customer = await client.customers.create({ name: "Ana Pop", kind: "individual", email: "ana@example.ro", billing_address: { street: "Str. Lungă 1", city: "Cluj-Napoca", county: "CJ" } });
const draft = await client.invoices.create({ customer_id: customer.id, currency: "RON", line_items: [{ description: "Lemn", quantity: 2, unit_price: 50, tax_rate: 21 }] });
const invoice = await client.invoices.issue(draft.id);
const payment = await client.payments.record({ amount: 200, currency: "RON", method: "cash", invoices: [{ invoice_id: invoice.id }] });
assert.equal(payment.credit, 79);
assert.equal((await client.payments.refund(payment.id, { reason: "Too much", amount: 79 })).amount_refunded, 79);
const money = (await client.reports.payments({ by: "day" })).totals[0];
assert.deepEqual([money.received, money.refunded, money.net], [200, 79, 121]);
assert.equal((await client.reports.topCustomers()).rows[0].customer, "Ana Pop");
assert.equal((await client.reports.topProducts()).rows[0].quantity, 2);
assert.equal((await client.reports.sales({ currency: "RON" })).totals[0].total, 121);
assert.equal((await client.reports.tax()).tax_ron, 21);
assert.deepEqual((await client.reports.aging()).rows, []);
assert.deepEqual((await client.reports.debtors()).rows, []);
const types = [];
for await (const event of client.events.after(undefined, { type: "invoice.*" })) types.push(event.type);
assert.ok(types.includes("invoice.issued") && types.includes("invoice.paid"));

// Busy twice, then there: the same request again, under the same key, after as long as it was told; an hour is told on.
const calls = [];
const waits = [];
const busy = (status, after) => new Response(JSON.stringify({ code: "rate.limited" }), { status, headers: { "Retry-After": after, "Content-Type": "application/problem+json" } });
const answers = [busy(429, "7"), busy(503, "2"), new Response(null, { status: 204 }), busy(429, "3600")];
const patient = new InvoiceSync("https://portal.test/t/x/", "isk_x", { fetch: async (url, request) => (calls.push({ url, request }), answers.shift()), sleep: async (seconds) => void waits.push(seconds) });
assert.equal(await patient.products.save([]), undefined);
assert.deepEqual(waits, [7, 2]);
assert.equal(new Set(calls.map((c) => c.request.headers["Idempotency-Key"])).size, 1);
assert.equal(calls[0].url, "https://portal.test/t/x/v1/products/bulk");
await assert.rejects(patient.customers.get("cus_1"), { code: "rate.limited" });

// A broken connection: a change is not sent again, a question is.
let tries = 0;
const broken = new InvoiceSync("https://portal.test", "isk_x", { fetch: async () => { tries++; throw new TypeError("cut"); }, sleep: async () => {} });
await assert.rejects(broken.customers.change("cus_1", {}, "*"), TypeError);
assert.equal(tries, 1);
await assert.rejects(broken.customers.get("cus_1"), TypeError);
assert.equal(tries, 5);

// Cut before its answer or in the middle of it: asked again, a POST under the same key, until it is whole.
const cut = () => new Response(new ReadableStream({ start: (body) => (body.enqueue(new TextEncoder().encode('{"id":')), body.error(new TypeError("terminated"))) }), { headers: { "Content-Type": "application/json" } });
const lost = () => { throw new TypeError("cut"); };
const whole1 = () => new Response('{"id":"x_1"}', { headers: { "Content-Type": "application/json" } });
const keys = [];
const script = [cut, lost, whole1, lost, cut, whole1, cut];
const mending = new InvoiceSync("https://portal.test", "isk_x", { fetch: async (_, request) => (keys.push(request.headers["Idempotency-Key"]), script.shift()()), sleep: async () => {} });
assert.equal((await mending.customers.get("cus_1")).id, "x_1");
assert.equal((await mending.invoices.void("inv_1", "Twice", { idempotencyKey: "mine" })).id, "x_1");
assert.deepEqual(keys, [undefined, undefined, undefined, "mine", "mine", "mine"]);
await assert.rejects(mending.customers.change("cus_1", {}, "*"), TypeError);
assert.equal(keys.length, 7);

// Whoever gives up while it waits is let go at once.
const giving = new AbortController();
const waiting = new InvoiceSync("https://portal.test", "isk_x", { fetch: async () => (setTimeout(() => giving.abort(), 10), busy(429, "50")) });
await assert.rejects(waiting.customers.get("cus_1", { signal: giving.signal }), { name: "AbortError" });

// What is done in SmartBill goes to the filing of the invoice.
const acts = [];
const books = new InvoiceSync("https://portal.test", "isk_x", { fetch: async (url, request) => (acts.push(`${request.method} ${new URL(url).pathname.slice("/v1/invoices/inv_1".length)} ${request.body ?? ""}`), whole1()) });
await books.filings.get("inv_1");
await books.filings.ask("inv_1", "draft");
await books.filings.change("inv_1", "cancel", "Twice");
await books.filings.settle("inv_1", null);
await books.filings.settleChange("inv_1", true);
await books.filings.settlePayment("inv_1", 2, false);
await books.filings.tellPaymentAgain("inv_1", 2);
assert.deepEqual(acts, [
  "GET /filing ", "POST /filing/draft ", 'POST /filing/cancel {"reason":"Twice"}', 'POST /filing/settle {"legal_number":null}', 'POST /filing/settle-change {"done":true}',
  'POST /filing/payments/2/settle {"done":false}', "POST /filing/payments/2/tell-again ",
]);

console.log("ok");
