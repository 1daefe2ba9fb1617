using System.Text.Json.Nodes;

namespace InvoiceSync.Web.Hosting.Docs;

/// <summary>What calls of version 1 look like and get back, taken from the practice world.</summary>
static class RestExamples
{
    const string Invoice = """
        {"id":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","number":"FACT-2026-0042","type":"invoice","corrects":null,"status":"issued","customer":{"name":"Exemplu Clienti SRL","email":"client@example.ro","tax_id":"18547290","vat_id":"RO18547290","country":"RO"},
         "issue_date":"2026-11-21","due_date":"2026-12-21","currency":"RON","line_items":[{"id":"1","description":"Consultanță","details":null,"quantity":40,"unit":"HUR","unit_price":150,"discount":0.00,"tax_rate":21,"tax_category":"S","amount":6000.00}],
         "subtotal":6000.00,"tax":1260.00,"total":7260.00,"amount_paid":0.00,"amount_due":7260.00,"amount_credited":0.00,"amount_written_off":0.00,"notes":[],"created_at":"2026-11-21T09:30:00+00:00","updated_at":"2026-11-21T09:30:00+00:00",
         "links":{"self":"/v1/invoices/inv_01kahw8x3tf1s9ds5q3v2r6yzn","xml":"/api/invoices/download/inv_01kahw8x3tf1s9ds5q3v2r6yzn"}}
        """;

    const string CreditNote = """
        {"id":"inv_01kahwb2m5f0t7gq9d4x1r8yzc","number":"NC-2026-0007","type":"credit_note","corrects":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","status":"credited","customer":{"name":"Exemplu Clienti SRL","email":"client@example.ro","tax_id":"18547290","vat_id":"RO18547290","country":"RO"},
         "issue_date":"2026-11-21","due_date":null,"currency":"RON","line_items":[{"id":"1","description":"Consultanță","details":null,"quantity":8,"unit":"HUR","unit_price":150,"discount":0.00,"tax_rate":21,"tax_category":"S","amount":1200.00}],
         "subtotal":1200.00,"tax":252.00,"total":1452.00,"amount_paid":0.00,"amount_due":0.00,"amount_credited":-1452.00,"amount_written_off":0.00,"notes":["Eight hours were not worked"],"created_at":"2026-11-21T09:40:00+00:00","updated_at":"2026-11-21T09:40:00+00:00",
         "links":{"self":"/v1/invoices/inv_01kahwb2m5f0t7gq9d4x1r8yzc","xml":"/api/invoices/download/inv_01kahwb2m5f0t7gq9d4x1r8yzc"}}
        """;

    public static JsonNode? Request(string? operation) => operation switch
    {
        "create_api_key" => JsonNode.Parse("""{"name":"Web shop","scopes":["invoice.read.all"],"addresses":["203.0.113.0/24"],"expires_at":"2027-11-21T00:00:00Z"}"""),
        "credit_invoice" => JsonNode.Parse("""{"reason":"Eight hours were not worked","line_items":[{"id":"1","quantity":8}]}"""),
        "void_invoice" => JsonNode.Parse("""{"reason":"Written to the wrong customer"}"""),
        "write_off_invoice" => JsonNode.Parse("""{"reason":"The customer is insolvent","amount":120.50}"""),
        _ => null,
    };

    public static JsonNode? Response(string? operation) => operation switch
    {
        "get_invoice" or "void_invoice" or "write_off_invoice" => JsonNode.Parse(Invoice),
        "credit_invoice" => JsonNode.Parse(CreditNote),
        "list_issued_invoices" => JsonNode.Parse($$"""{"data":[{{Invoice}}],"has_more":true,"next_cursor":"CfDJ8N…"}"""),
        "create_api_key" => JsonNode.Parse("""{"id":"key_01kahwc3re8v2m0tkxbc5pdfgh","name":"Web shop","secret":"isk_…"}"""),
        "list_api_keys" => JsonNode.Parse("""{"data":[{"id":"key_01kahwc3re8v2m0tkxbc5pdfgh","name":"Web shop","prefix":"isk_019aa3be61d4","state":"live","created_at":"2026-11-21T09:30:00+00:00","expires_at":"2027-11-21T00:00:00+00:00","last_used_at":null,"last_used_from":null}]}"""),
        "list_events" => JsonNode.Parse("""
            {"data":[{"id":"evt_01kahw8x3tf1s9ds5q3v2r6yzp","type":"invoice.issued","created_at":"2026-11-21T09:30:00+00:00","sequence":118,
              "object":{"type":"invoice","id":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","sequence":1},"data":{"invoice":"inv_01kahw8x3tf1s9ds5q3v2r6yzn"}}],
             "has_more":false,"next_cursor":"evt_01kahw8x3tf1s9ds5q3v2r6yzp"}
            """),
        _ => null,
    };
}
