using System.Text.Json.Nodes;

namespace InvoiceSync.Web.Hosting.Docs;

/// <summary>What calls of version 1 look like and get back, taken from the practice world.</summary>
static class RestExamples
{
    const string Invoice = """
        {"id":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","number":"FACT-2026-0042","type":"invoice","corrects":null,"status":"issued","customer":{"id":"cus_01kahw8wq2e8rva3m0tkxbc5pd","name":"Exemplu Clienti SRL","email":"client@example.ro","tax_id":"18547290","vat_id":"RO18547290","country":"RO"},
         "issue_date":"2026-11-21","due_date":"2026-12-21","currency":"RON","line_items":[{"id":"1","description":"Consultanță","details":null,"quantity":40,"unit":"HUR","unit_price":150,"discount":0.00,"tax_rate":21,"tax_category":"S","amount":6000.00,"product_id":"prd_01kahw8yb4e8rva3m0tkxbc5pd"}],"charges":[],
         "subtotal":6000.00,"tax":1260.00,"total":7260.00,"amount_paid":0.00,"amount_due":7260.00,"amount_credited":0.00,"amount_written_off":0.00,"notes":[],"metadata":{"order":"1001"},"sent_at":null,"created_at":"2026-11-21T09:30:00+00:00","updated_at":"2026-11-21T09:30:00+00:00",
         "links":{"self":"/v1/invoices/inv_01kahw8x3tf1s9ds5q3v2r6yzn","xml":"/api/invoices/download/inv_01kahw8x3tf1s9ds5q3v2r6yzn","pdf":"/v1/invoices/inv_01kahw8x3tf1s9ds5q3v2r6yzn/pdf","public":null}}
        """;

    const string Message = """
        {"id":"msg_01kahx3q8re4t9y2m6n0p5s7w1","kind":"received","state":"kept","test":false,"created_at":"2026-11-21T09:30:00+00:00","read":false,"index":"5000000456","sender_name":"Furnizor SRL","sender_tax_id":"RO18547290",
         "invoice_number":"FURN-17","issue_date":"2026-11-20","amount":302.50,"currency":"RON","text":null,
         "links":{"self":"/v1/fiscal/messages/msg_01kahx3q8re4t9y2m6n0p5s7w1","zip":"/v1/fiscal/messages/msg_01kahx3q8re4t9y2m6n0p5s7w1/files/zip","xml":"/v1/fiscal/messages/msg_01kahx3q8re4t9y2m6n0p5s7w1/files/xml"}}
        """;

    const string Filing = """
        {"invoice_id":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","provider":"smartbill","status":"accepted","file_by":"2026-11-27T22:00:00+00:00","held_until":null,"next_step_at":null,"waiting":null,"waits_for":null,"candidate":null,
         "books":{"number":"FCT 0042","standing":"stands","unsure":null,"total":7260.00,"paid":7260.00,"read_at":"2026-11-21T10:05:02+00:00","payments":[{"number":1,"kind":"bank_transfer","amount":7260.00,"paid_on":"2026-11-21","state":"there","wanted":true,"reason":null}]},
         "links":{"self":"/v1/invoices/inv_01kahw8x3tf1s9ds5q3v2r6yzn/filing","invoice":"/v1/invoices/inv_01kahw8x3tf1s9ds5q3v2r6yzn"}}
        """;

    const string Unnumbered = """
        {"invoice_id":"inv_01kahwb2m5f0t7gq9d4x1r8yzc","provider":"smartbill","status":"intended","file_by":"2026-11-27T22:00:00+00:00","held_until":null,"next_step_at":"2026-11-21T09:40:05+00:00",
         "waiting":"It waits for another invoice of its series, of which it is not known whether it was deleted there.",
         "waits_for":{"invoice_id":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","number":"FCT 0042","reason":"deletion_unsure","filing":"/v1/invoices/inv_01kahw8x3tf1s9ds5q3v2r6yzn/filing"},"candidate":null,
         "books":{"number":null,"standing":"stands","unsure":null,"total":null,"paid":null,"read_at":null,"payments":[]},
         "links":{"self":"/v1/invoices/inv_01kahwb2m5f0t7gq9d4x1r8yzc/filing","invoice":"/v1/invoices/inv_01kahwb2m5f0t7gq9d4x1r8yzc"}}
        """;

    const string NewCustomer = """
        {"name":"Exemplu Client SRL","kind":"company","tax_id":"RO18547290","email":"facturi@exemplu.ro","payment_term_days":14,
         "billing_address":{"street":"Str. Memorandumului 1","city":"Cluj-Napoca","county":"Cluj","postal_code":"400114","country":"RO"},"metadata":{"shop":"north"}}
        """;

    const string Customer = """
        {"id":"cus_01kahw8wq2e8rva3m0tkxbc5pd","kind":"company","name":"Exemplu Client SRL","tax_id":"18547290","vat_id":"RO18547290","registration_number":null,"email":"facturi@exemplu.ro","phone":null,
         "billing_address":{"street":"Str. Memorandumului 1","city":"Cluj-Napoca","more_street":null,"postal_code":"400114","county":"RO-CJ","country":"RO"},"delivery_addresses":[],"contacts":[],
         "language":null,"payment_term_days":14,"currency":null,"sends_invoices":true,"sends_reminders":true,"metadata":{"shop":"north"},"notes":null,"archived":false,"merged_into":null,"missing_for_invoice":[],
         "created_at":"2026-11-21T09:30:00+00:00","updated_at":"2026-11-21T09:30:00+00:00","links":{"self":"/v1/customers/cus_01kahw8wq2e8rva3m0tkxbc5pd","invoices":"/v1/customers/cus_01kahw8wq2e8rva3m0tkxbc5pd/invoices"}}
        """;

    const string NewProduct = """{"name":"Ore de consultanță","sku":"C-1","unit":"HUR","prices":[{"currency":"RON","amount":150}],"tax_category":"S","tax_rate":21}""";

    const string Product = """
        {"id":"prd_01kahw8yb4e8rva3m0tkxbc5pd","name":"Ore de consultanță","description":null,"sku":"C-1","unit":"HUR","prices":[{"currency":"RON","amount":150}],"tax_category":"S","tax_rate":21,"metadata":{},
         "archived":false,"created_at":"2026-11-21T09:30:00+00:00","updated_at":"2026-11-21T09:30:00+00:00","links":{"self":"/v1/products/prd_01kahw8yb4e8rva3m0tkxbc5pd"}}
        """;

    const string NewInvoice = """
        {"customer_id":"cus_01kahw8wq2e8rva3m0tkxbc5pd","issue_date":"2026-11-21","due_date":"2026-12-21","currency":"RON",
         "line_items":[{"description":"Consultanță","quantity":40,"unit":"HUR","unit_price":150.00,"tax_rate":21}],"notes":"Vă mulțumim.","metadata":{"order":"1001"}}
        """;

    const string NewSchedule = """
        {"name":"Chirie birou","first_on":"2027-01-31","unit":"months","last_day_of_month":true,"count":12,"issue_automatically":true,"send_by_mail":true,
         "invoice":{"customer_id":"cus_01kahw8wq2e8rva3m0tkxbc5pd","payment_term_days":14,"currency":"RON","line_items":[{"description":"Chirie birou","quantity":1,"unit_price":2500.00,"tax_rate":21}]}}
        """;

    const string Schedule = """
        {"id":"sch_01kahwd7m5f0t7gq9d4x1r8yzc","name":"Chirie birou","status":"active","invoice":{"customer":{"id":"cus_01kahw8wq2e8rva3m0tkxbc5pd","name":"Exemplu Clienti SRL","email":"client@example.ro","tax_id":"18547290","vat_id":"RO18547290","country":"RO"},
         "currency":"RON","line_items":[{"id":"1","description":"Chirie birou","details":null,"quantity":1,"unit":"H87","unit_price":2500,"discount":0.00,"tax_rate":21,"tax_category":"S","amount":2500.00}],"subtotal":2500.00,"tax":525.00,"total":3025.00,"payment_term_days":14,"notes":[],"metadata":{}},
         "first_on":"2027-01-31","every":1,"unit":"months","last_day_of_month":true,"until":null,"count":12,"issue_automatically":true,"send_by_mail":true,"next_on":"2027-02-28","has_problem":false,
         "next_dates":["2027-02-28","2027-03-31","2027-04-30"],"invoices":[{"period":0,"due_on":"2027-01-31","invoice_id":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","number":"FACT-2027-0004","status":"issued","problem":null,"created_at":"2027-01-30T22:05:00+00:00"}],
         "created_at":"2026-11-21T09:30:00+00:00","updated_at":"2026-11-21T09:30:00+00:00","links":{"self":"/v1/schedules/sch_01kahwd7m5f0t7gq9d4x1r8yzc"}}
        """;

    const string Estimate = """
        {"id":"est_01kahwe2m5f0t7gq9d4x1r8yzc","number":"PF-2026-0007","type":"proforma","status":"sent","customer":{"id":"cus_01kahw8wq2e8rva3m0tkxbc5pd","name":"Exemplu Clienti SRL","email":"client@example.ro","tax_id":"18547290","vat_id":"RO18547290","country":"RO"},
         "issue_date":"2026-11-21","valid_until":"2026-12-21","currency":"RON","line_items":[{"id":"1","description":"Consultanță","details":null,"quantity":40,"unit":"HUR","unit_price":150,"discount":0.00,"tax_rate":21,"tax_category":"S","amount":6000.00}],
         "subtotal":6000.00,"tax":1260.00,"total":7260.00,"invoice_id":null,"notes":[],"metadata":{},"created_at":"2026-11-21T09:30:00+00:00","updated_at":"2026-11-21T09:30:00+00:00",
         "links":{"self":"/v1/estimates/est_01kahwe2m5f0t7gq9d4x1r8yzc","pdf":"/v1/estimates/est_01kahwe2m5f0t7gq9d4x1r8yzc/pdf","invoice":null}}
        """;

    const string Saved = """
        {"results":[{"index":0,"status":201,"id":"cus_01kahw8wq2e8rva3m0tkxbc5pd"},{"index":1,"status":400,"id":null,"error":{"code":"tax_id.invalid","detail":"This is not a Romanian CUI.",
         "errors":[{"pointer":"/tax_id","code":"tax_id.invalid","detail":"This is not a Romanian CUI."}]}}],"succeeded":1,"failed":1}
        """;

    const string Payment = """
        {"id":"pay_01kahx2m5yf4vt7q0w3c9drj6a","status":"received","customer":"Exemplu Clienti SRL","method":"bank_transfer","received_on":"2026-11-21","currency":"RON","amount":8000.00,"amount_refunded":0.00,"credit":740.00,
         "invoices":[{"invoice_id":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","number":"FACT-2026-0042","amount":7260.00}],"reference":"OP 1184","note":null,
         "created_at":"2026-11-21T10:05:00+00:00","updated_at":"2026-11-21T10:05:00+00:00","links":{"self":"/v1/payments/pay_01kahx2m5yf4vt7q0w3c9drj6a"}}
        """;

    const string CreditNote = """
        {"id":"inv_01kahwb2m5f0t7gq9d4x1r8yzc","number":"NC-2026-0007","type":"credit_note","corrects":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","status":"credited","customer":{"name":"Exemplu Clienti SRL","email":"client@example.ro","tax_id":"18547290","vat_id":"RO18547290","country":"RO"},
         "issue_date":"2026-11-21","due_date":null,"currency":"RON","line_items":[{"id":"1","description":"Consultanță","details":null,"quantity":8,"unit":"HUR","unit_price":150,"discount":0.00,"tax_rate":21,"tax_category":"S","amount":1200.00,"product_id":null}],"charges":[],
         "subtotal":1200.00,"tax":252.00,"total":1452.00,"amount_paid":0.00,"amount_due":0.00,"amount_credited":-1452.00,"amount_written_off":0.00,"notes":["Eight hours were not worked"],"created_at":"2026-11-21T09:40:00+00:00","updated_at":"2026-11-21T09:40:00+00:00",
         "links":{"self":"/v1/invoices/inv_01kahwb2m5f0t7gq9d4x1r8yzc","xml":"/api/invoices/download/inv_01kahwb2m5f0t7gq9d4x1r8yzc"}}
        """;

    const string Attachment = """
        {"id":"att_01kahwc3re8v2m0tkxbc5pdfgk","name":"ore.csv","media_type":"text/csv","size":11,"created_at":"2026-11-21T09:31:00+00:00",
         "links":{"self":"/v1/invoices/inv_01kahw8x3tf1s9ds5q3v2r6yzn/attachments/att_01kahwc3re8v2m0tkxbc5pdfgk"}}
        """;

    public static JsonNode? Request(string? operation) => operation switch
    {
        "record_payment" => JsonNode.Parse("""{"amount":8000.00,"currency":"RON","method":"bank_transfer","invoices":[{"invoice_id":"inv_01kahw8x3tf1s9ds5q3v2r6yzn"}],"received_on":"2026-11-21","reference":"OP 1184"}"""),
        "refund_payment" => JsonNode.Parse("""{"amount":740.00,"reason":"Paid too much"}"""),
        "create_api_key" => JsonNode.Parse("""{"name":"Web shop","scopes":["invoice.read.all"],"addresses":["203.0.113.0/24"],"expires_at":"2027-11-21T00:00:00Z"}"""),
        "create_customer" or "replace_customer" => JsonNode.Parse(NewCustomer),
        "create_product" or "replace_product" => JsonNode.Parse(NewProduct),
        "create_invoice" or "replace_invoice" => JsonNode.Parse(NewInvoice),
        "create_estimate" => JsonNode.Parse("""{"invoice_id":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","type":"proforma","valid_until":"2026-12-21"}"""),
        "create_schedule" or "replace_schedule" => JsonNode.Parse(NewSchedule),
        "update_schedule" => JsonNode.Parse("""{"name":"Chirie sediu","until":"2027-12-31"}"""),
        "update_customer" => JsonNode.Parse("""{"phone":"0264 000 000","metadata":{"shop":null}}"""),
        "update_product" => JsonNode.Parse("""{"prices":[{"currency":"RON","amount":160}]}"""),
        "update_invoice" => JsonNode.Parse("""{"due_date":"2026-12-31"}"""),
        "save_customers" => JsonNode.Parse("""{"items":[{"name":"Nou SRL"},{"id":"cus_01kahw8wq2e8rva3m0tkxbc5pd","phone":"0264 000 000"}]}"""),
        "save_products" => JsonNode.Parse("""{"items":[{"name":"Abonament","tax_rate":21},{"id":"prd_01kahw8yb4e8rva3m0tkxbc5pd","sku":"C-2"}]}"""),
        "save_invoices" => JsonNode.Parse($$"""{"items":[{{NewInvoice}},{"id":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","due_date":"2026-12-31"}]}"""),
        "add_attachment" => JsonNode.Parse("""{"name":"ore.csv","content":"emk7b3JlCjE7OAo="}"""),
        "credit_invoice" => JsonNode.Parse("""{"reason":"Eight hours were not worked","line_items":[{"id":"1","quantity":8}]}"""),
        "void_invoice" => JsonNode.Parse("""{"reason":"Written to the wrong customer"}"""),
        "cancel_in_books" or "delete_in_books" => JsonNode.Parse("""{"reason":"Written twice"}"""),
        "restore_in_books" => JsonNode.Parse("""{"reason":"It was right"}"""),
        "settle_filing" => JsonNode.Parse("""{"legal_number":"0042"}"""),
        "settle_change" or "settle_payment" => JsonNode.Parse("""{"done":true}"""),
        "write_off_invoice" => JsonNode.Parse("""{"reason":"The customer is insolvent","amount":120.50}"""),
        "send_invoice" => JsonNode.Parse("""{"to":"client@example.ro","cc":["contabil@example.ro"],"message":"Mulțumim!"}"""),
        _ => null,
    };

    public static JsonNode? Response(string? operation) => operation switch
    {
        "create_customer" or "get_customer" or "replace_customer" or "update_customer" or "restore_customer" => JsonNode.Parse(Customer),
        "create_product" or "get_product" or "replace_product" or "update_product" or "restore_product" => JsonNode.Parse(Product),
        "list_customers" => Page(Customer),
        "list_products" => Page(Product),
        "save_customers" or "save_products" or "save_invoices" => JsonNode.Parse(Saved),
        "create_invoice" or "replace_invoice" or "update_invoice" => Draft,
        "get_invoice" or "issue_invoice" or "void_invoice" or "write_off_invoice" => JsonNode.Parse(Invoice),
        "list_issued_invoices" or "list_invoices_of_customer" => Page(Invoice),
        "create_schedule" or "get_schedule" or "replace_schedule" or "update_schedule" or "pause_schedule" or "resume_schedule" => JsonNode.Parse(Schedule),
        "list_schedules" => Page(Schedule),
        "create_estimate" or "get_estimate" or "mark_estimate_sent" or "accept_estimate" or "decline_estimate" or "convert_estimate" => JsonNode.Parse(Estimate),
        "list_estimates" => Page(Estimate),
        "get_payment" or "record_payment" or "refund_payment" => JsonNode.Parse(Payment),
        "list_payments" => Page(Payment),
        "get_filing" or "draft_in_books" => JsonNode.Parse(Unnumbered),
        "read_books" or "restore_in_books" or "settle_filing" or "settle_payment" or "tell_payment_again" => JsonNode.Parse(Filing),
        "cancel_in_books" or "settle_change" => JsonNode.Parse(Filing.Replace("\"stands\"", "\"cancelled\"", StringComparison.Ordinal)),
        "delete_in_books" => JsonNode.Parse(Filing.Replace("\"stands\"", "\"deleted\"", StringComparison.Ordinal).Replace("\"FCT 0042\"", "null", StringComparison.Ordinal)),
        "get_fiscal_message" => JsonNode.Parse(Message),
        "list_fiscal_messages" => Page(Message),
        "send_invoice" => JsonNode.Parse("""{"id":"mai_01kahwc3re8v2m0tkxbc5pdfgj","invoice_id":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","to":"client@example.ro","subject":"Factura FACT-2026-0042 de la Exemplu SRL","status":"queued"}"""),
        "credit_invoice" => JsonNode.Parse(CreditNote),
        "add_attachment" => JsonNode.Parse(Attachment),
        "validate_xml" => JsonNode.Parse("""
            {"kind":"invoice","number":"FACT-2026-0042","result":"broken","schema_checked":true,"findings":[{"rule":"BR-RO-110","severity":"fatal","text":"Seller's county: the county of a Romanian address is missing or unknown.",
              "cure":"Choose the county of the address.","term":"BT-39","term_name":"Seller's county","location":"/Invoice/cac:AccountingSupplierParty/cac:Party/cac:PostalAddress/cbc:CountrySubentity","line":21}]}
            """),
        "list_attachments" => JsonNode.Parse($$"""{"data":[{{Attachment}}]}"""),
        "create_api_key" => JsonNode.Parse("""{"id":"key_01kahwc3re8v2m0tkxbc5pdfgh","name":"Web shop","secret":"isk_…"}"""),
        "list_api_keys" => JsonNode.Parse("""{"data":[{"id":"key_01kahwc3re8v2m0tkxbc5pdfgh","name":"Web shop","prefix":"isk_019aa3be61d4","state":"live","created_at":"2026-11-21T09:30:00+00:00","expires_at":"2027-11-21T00:00:00+00:00","last_used_at":null,"last_used_from":null}]}"""),
        "get_aging_report" => JsonNode.Parse("""{"as_of":"2026-11-21","rows":[{"currency":"RON","documents":3,"current":7260.00,"days_1_30":1210.00,"days_31_60":0.00,"days_61_90":0.00,"days_over_90":484.00,"overdue":1694.00,"open":8954.00,"open_ron":8954.00}]}"""),
        "list_debtors" => JsonNode.Parse("""
            {"as_of":"2026-11-21","rows":[{"customer_id":"cus_01kahw8wq2e8rva3m0tkxbc5pd","customer":"Exemplu Clienti SRL","currency":"RON","oldest_due":"2026-10-30","days_overdue":22,"documents":3,
             "current":7260.00,"days_1_30":1210.00,"days_31_60":0.00,"days_61_90":0.00,"days_over_90":0.00,"overdue":1210.00,"open":8470.00,"open_ron":8470.00}]}
            """),
        "get_payments_report" => JsonNode.Parse("""
            {"from":"2026-11-01","to":"2026-11-30","by":"day","rows":[{"start":"2026-11-21","currency":"EUR","method":"card","payments":2,"received":200.00,"refunded":50.00,"reversed":0.00,"net":150.00,"unapplied":10.00,
              "received_ron":995.50,"refunded_ron":248.88,"reversed_ron":0.00,"net_ron":746.62,"unapplied_ron":49.78}],
             "totals":[{"currency":"EUR","payments":2,"received":200.00,"refunded":50.00,"reversed":0.00,"net":150.00,"unapplied":10.00,"received_ron":995.50,"refunded_ron":248.88,"reversed_ron":0.00,"net_ron":746.62,"unapplied_ron":49.78}]}
            """),
        "list_top_customers" => JsonNode.Parse("""
            {"from":"2026-10-01","to":"2026-12-31","rows":[{"customer":"Exemplu Clienti SRL","currency":"RON","documents":3,"subtotal":6000.00,"tax":1260.00,"total":7260.00,"subtotal_ron":6000.00,"tax_ron":1260.00,"total_ron":7260.00,"without_ron":0}]}
            """),
        "list_top_products" => JsonNode.Parse("""
            {"from":"2026-10-01","to":"2026-12-31","rows":[{"product_id":"prd_01kahw8yb4e8rva3m0tkxbc5pd","product":"Consultanță","unit":"HUR","currency":"RON","lines":3,"quantity":40,"net":6000.00,"net_ron":6000.00}]}
            """),
        "get_sales_report" => JsonNode.Parse("""
            {"from":"2026-11-01","to":"2026-11-30","by":"day","rows":[{"start":"2026-11-21","currency":"EUR","source":"stripe","documents":1,"subtotal":90.00,"tax":18.90,"total":108.90,"subtotal_ron":447.97,"tax_ron":94.07,"total_ron":542.04,"without_ron":0}],
             "totals":[{"currency":"EUR","documents":1,"subtotal":90.00,"tax":18.90,"total":108.90,"subtotal_ron":447.97,"tax_ron":94.07,"total_ron":542.04,"without_ron":0}]}
            """),
        "get_tax_report" => JsonNode.Parse("""
            {"from":"2026-11-01","to":"2026-11-30","basis":"issue","rows":[{"currency":"EUR","tax_category":"S","tax_rate":21,"documents":1,"taxable":90.00,"tax":18.90,"taxable_ron":447.97,"tax_ron":94.07}],
             "totals":[{"currency":"EUR","taxable":90.00,"tax":18.90,"taxable_ron":447.97,"tax_ron":94.07}],"taxable_ron":447.97,"tax_ron":94.07}
            """),
        "list_events" => JsonNode.Parse("""
            {"data":[{"id":"evt_01kahw8x3tf1s9ds5q3v2r6yzp","type":"invoice.issued","created_at":"2026-11-21T09:30:00+00:00","sequence":118,
              "object":{"type":"invoice","id":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","sequence":1},"data":{"invoice":"inv_01kahw8x3tf1s9ds5q3v2r6yzn"}}],
             "has_more":false,"next_cursor":"evt_01kahw8x3tf1s9ds5q3v2r6yzp"}
            """),
        _ => null,
    };

    static JsonNode? Draft => JsonNode.Parse(Invoice.Replace("\"FACT-2026-0042\"", "null", StringComparison.Ordinal).Replace("\"issued\"", "\"draft\"", StringComparison.Ordinal)
        .Replace("\"/api/invoices/download/inv_01kahw8x3tf1s9ds5q3v2r6yzn\"", "null", StringComparison.Ordinal));

    static JsonNode? Page(string one) => JsonNode.Parse($$"""{"data":[{{one}}],"has_more":true,"next_cursor":"CfDJ8N…"}""");
}
