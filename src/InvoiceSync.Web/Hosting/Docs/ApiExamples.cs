using System.Globalization;
using System.Text.Json.Nodes;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Hosting.Docs;

/// <summary>One example of each answer, by the endpoint's name.</summary>
static class ApiExamples
{
    const string Company = """{"cui":"18547290","name":"EXEMPLU CLIENT SRL","address":"JUD. CLUJ, MUN. CLUJ-NAPOCA, BD. TEST, NR.2","registration_number":"J12/1/2006","vat_payer":true,"vat_registration_date":"2012-05-01","inactive":false,"vat_on_cash":false,"split_vat":false,"as_of":"2026-11-21"}""";

    const string Mapping = """{"sells_goods":false,"exemption_law":null,"tells_cnp":false,"credits_by_hand":false,"fields":[{"key":"po_number","to":"order"},{"key":"vat","to":"buyer_tax_id"}]}""";

    public static JsonNode? Request(string? operation) => operation switch
    {
        "process_invoice" => JsonNode.Parse("""{"source_type":"stripe_invoice","source_id":"in_1SVb2kPractice0001","provider":"anaf","customer_tax_id":"RO18547290"}"""),
        "process_batch" => JsonNode.Parse("""{"provider":"anaf","items":[{"source_type":"stripe_invoice","source_id":"in_1SVb2kPractice0001"},{"source_type":"stripe_charge","source_id":"ch_3SVb2kPractice0002","customer_tax_id":"-","invoice_number":"WEB-7"}]}"""),
        "send_summary" => JsonNode.Parse("""{"date":"2026-11-20"}"""),
        "sync_customers" => JsonNode.Parse("""{"days":30,"validate":false,"mappings":[{"email":"office@exemplu.ro","cui":"RO18547290"}]}"""),
        "confirm_tax_id_guess" or "refuse_tax_id_guess" => JsonNode.Parse("""{"email":"office@exemplu.ro","cui":"18547290"}"""),
        "test_mapping_rules" => JsonNode.Parse("""{"source_id":"in_1SVb2kPractice0001"}"""),
        "replace_mapping_rules" => JsonNode.Parse(Mapping),
        "update_mapping_rules" => JsonNode.Parse("""{"fields":[{"key":"po_number","to":"order"},{"key":"vat","to":"buyer_tax_id"}]}"""),
        "save_notification_webhook" => JsonNode.Parse("""{"url":"https://hooks.example.com/invoicesync","events":["failed","summary"]}"""),
        "start_sync" => JsonNode.Parse("""{"start_date":"2026-11-01","end_date":"2026-11-21","invoices":true,"charges":true}"""),
        "decide_approval" => JsonNode.Parse("""{"approved":false,"reason":"The street is wrong."}"""),
        "save_audit_outlet" => JsonNode.Parse("""{"kind":"splunk","name":"SOC","address":"https://http-inputs-company.splunkcloud.com","index":"main","source":"portal","token":"…"}"""),
        _ => RestExamples.Request(operation),
    };

    public static JsonNode? Response(string? operation) => operation switch
    {
        "list_invoices" => Page("in_1SVb2kPractice0001", "PR-0042", "stripe_invoice"),
        "list_charges" => Page("ch_3SVb2kPractice0002", null, "stripe_charge"),
        "test_stripe" => JsonNode.Parse("""{"passed":true,"headline":"Practica Demo SRL","lines":[{"passed":true,"what":"The key opens the account Practica Demo SRL (acct_1Practice).","cure":null}]}"""),
        "process_invoice" => JsonNode.Parse("""{"id":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","sale_id":"sal_01kahw8wq2e8rva3m0tkxbc5pd","status":"waiting","status_url":"/api/invoices/status/inv_01kahw8x3tf1s9ds5q3v2r6yzn","reason_code":null,"reason":null,"dry_run":false}"""),
        "process_batch" => JsonNode.Parse("""{"id":"bat_01kahwc1f2t9y2m4n6p8r0s1w3","status_url":"/api/invoices/process/batch/bat_01kahwc1f2t9y2m4n6p8r0s1w3"}"""),
        "retry_batch" => JsonNode.Parse("""{"id":"bat_01kahwc1f2t9y2m4n6p8r0s1w3","status_url":"/api/invoices/process/batch/bat_01kahwc1f2t9y2m4n6p8r0s1w3"}"""),
        "get_batch" => JsonNode.Parse("""
            {"id":"bat_01kahwc1f2t9y2m4n6p8r0s1w3","status":"finished","created_at":"2026-11-21T09:30:00+00:00","finished_at":"2026-11-21T09:30:05+00:00","done":1,"waiting":0,"needs_person":1,
             "items":[{"source_type":"stripe_invoice","source_id":"in_1SVb2kPractice0001","result":"done","status":"accepted","sale_id":"sal_01kahw8wq2e8rva3m0tkxbc5pd","invoice_id":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","reason_code":null,"reason":null},
               {"source_type":"stripe_charge","source_id":"ch_3SVb2kPractice0002","result":"failed","status":null,"sale_id":null,"invoice_id":null,"reason_code":"invoice_number.taken","reason":"Another invoice has this number."}]}
            """),
        "send_summary" => JsonNode.Parse("""{"date":"2026-11-20","told":2,"sales":14,"totals":[{"amount":1694.00,"currency":"RON"}],"accepted":12,"on_the_way":1,"refused":0,"kept":0,"parked":1,"waiting_for_person":1}"""),
        "sync_customers" => JsonNode.Parse("""{"data":[{"email":"office@exemplu.ro","name":"Exemplu SRL","cui":"RO18547290","outcome":"created","note":null,"sales_go_on":2}]}"""),
        "list_missing_cuis" => JsonNode.Parse("""{"data":[{"email":"office@exemplu.ro","name":"Exemplu SRL","kind":"company","cui":null,"outcome":"missing","note":"Perhaps RO18547290, EXEMPLU SRL (the names are 100 % alike): confirm it first."}]}"""),
        "list_tax_id_guesses" => JsonNode.Parse("""{"data":[{"email":"office@exemplu.ro","name":"Exemplu SRL","cui":"18547290","company":"EXEMPLU CLIENT SRL","address":"JUD. CLUJ, MUN. CLUJ-NAPOCA, BD. TEST, NR.2","vat_payer":true,"inactive":false,"clue":"note","name_likeness":71}]}"""),
        "confirm_tax_id_guess" => JsonNode.Parse("""{"email":"office@exemplu.ro","cui":"18547290","sales_go_on":3}"""),
        "refuse_tax_id_guess" => JsonNode.Parse("""{"email":"office@exemplu.ro","cui":"18547290"}"""),
        "get_mapping_rules" or "replace_mapping_rules" or "update_mapping_rules" => JsonNode.Parse(Mapping),
        "test_mapping_rules" => JsonNode.Parse("""
            {"keys":[{"key":"po_number","value":"PO-77","becomes":"order"}],
             "document":{"currency":"RON","total":121.00,"tax":21.00,"buyer":"Exemplu SRL","buyer_tax_id":"RO18547290","buyer_reference":null,"order":"PO-77","contract":null,"project":null,"accounting":null,"notes":[],"vat_categories":["S"]},
             "obstacle":null}
            """),
        "get_notification_webhook" => JsonNode.Parse("""
            {"url":"https://hooks.example.com/invoicesync","events":["failed","summary"],
             "messages":[{"id":"nws_01kahx2m5yf4vt7q0w3c9drj6a","event":"summary","state":"taken","tries":2,"status":204,"problem":null,"created_at":"2026-11-21T05:00:00+00:00","tried_at":"2026-11-21T05:00:02+00:00"}]}
            """),
        "save_notification_webhook" => JsonNode.Parse("""{"url":"https://hooks.example.com/invoicesync","events":["failed","summary"],"secret":"whsec_…"}"""),
        "test_notification_webhook" => JsonNode.Parse("""{"taken":true,"status":204,"problem":null}"""),
        "list_providers" => JsonNode.Parse("""
            {"data":[{"name":"anaf","state":"working","connected":true,"test":false,"needs_attention":null,"last_success_at":"2026-11-21T09:30:00+00:00","last_trouble_at":null,"last_trouble":null,"rests_until":null,
              "budget":{"calls_used":12,"calls_allowed":120,"ends_at":"2026-11-21T09:30:10+00:00"}}]}
            """),
        "validate_provider" => JsonNode.Parse("""{"provider":"anaf","valid":true,"message":"ANAF files for CUI 18547290.","checks":[{"passed":true,"what":"The token is valid.","cure":null}]}"""),
        "start_sync" => JsonNode.Parse("""{"id":"run_01kahw7n5yfmk9s2d8e4q6w0rt","status_url":"/api/sync/run_01kahw7n5yfmk9s2d8e4q6w0rt"}"""),
        "validate_cui" => JsonNode.Parse($$"""{"cui":"18547290","valid":true,"check_digit":true,"registered":true,"reason":null,"company":{{Company}}}"""),
        "get_company" => JsonNode.Parse(Company),
        "get_sync" => JsonNode.Parse("""{"id":"run_01kahw7n5yfmk9s2d8e4q6w0rt","start_date":"2026-11-01","end_date":"2026-11-21","found":118,"read":118,"finished":true,"problem":null,"started_at":"2026-11-21T09:30:00+00:00"}"""),
        "get_status" => JsonNode.Parse("""
            {"id":"inv_01kahw8x3tf1s9ds5q3v2r6yzn","sale_id":"sal_01kahw8wq2e8rva3m0tkxbc5pd","source_type":"stripe_invoice","source_id":"in_1SVb2kPractice0001","number":"PR-0042",
             "status":"refused","reason_code":null,"reason":null,"provider":"anaf","file_by":"2026-11-27T22:00:00+00:00","next_step_at":null,"waiting":null,
             "attempts":[{"number":1,"status":"refused","intended_at":"2026-11-21T09:30:01+00:00","sent_at":"2026-11-21T09:30:01+00:00","settled_at":"2026-11-21T09:30:04+00:00","index":"5000000123",
               "xml_sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","has_zip":true,
               "problems":[{"rule":"BR-RO-110","field":"Buyer.Address.County","text":"The buyer's county is not a county of Romania.","cure":"Correct the county and file again.","original":"E: validari globale eroare regula BR-RO-110"}]}]}
            """),
        "verify_audit_log" => JsonNode.Parse("""{"read":1204,"since":0,"size":88412,"root":"Hk1cX0q2l8mD3b0Pz5vW7nJ4sT6yR9uA1eG2iK3oL4M=","checkpoints":96,"archives":0,"problems":[],"holds":true}"""),
        "list_audit_archives" => JsonNode.Parse("""[{"month":"2025-10-01","first":1,"last":4211,"root":"Hk1cX0q2l8mD3b0Pz5vW7nJ4sT6yR9uA1eG2iK3oL4M=","file":"2025-10-3fa95c07.isaudit","sha256":"9b74c9897bac770ffc029102a200c5de9b74c9897bac770ffc029102a200c5de","bytes":2480113,"archived_at":"2026-11-02T03:40:11Z","dropped_at":"2026-11-03T03:40:09Z","file_deleted_at":null}]"""),
        "prove_audit_entry" => JsonNode.Parse("""{"id":"aud_01kagr3q8re4t9y2m6n0p5s7w1","seq":4,"bytes":"AQGQ…","size":5,"path":["Hk1cX0q2l8mD3b0Pz5vW7nJ4sT6yR9uA1eG2iK3oL4M="],"checkpoint":"InvoiceSync audit checkpoint v1\ntenant …\nsize 5\nroot …\n","signature":"MEUC…"}"""),
        "list_audit_outlets" => JsonNode.Parse("""[{"id":"out_01kahwap3re4t9y2m6n0p5s7w1","kind":"splunk","name":"SOC","address":"https://http-inputs-company.splunkcloud.com","index":"main","source":"portal","on":true,"behind":0,"waiting_since":null,"sent_at":"2026-11-21T09:30:00+00:00","problem":null,"failing_since":null,"next_try_at":null,"parked":0}]"""),
        "save_audit_outlet" => JsonNode.Parse("""{"id":"out_01kahwap3re4t9y2m6n0p5s7w1"}"""),
        "test_audit_outlet" => JsonNode.Parse("""{"passed":false,"problem":"403 {\"text\":\"Invalid token\",\"code\":4}"}"""),
        "list_audit_alerts" => JsonNode.Parse("""[{"id":"alt_01kahwb5x8q2e4r6t8y0m1n3p5","kind":"mass_delete","about":"usr_01kahw6a2ce9t8v1w3x5y7z9b0","at":"2026-11-21T09:30:00+00:00","count":20,"filter":"who=usr_01kahw6a2ce9t8v1w3x5y7z9b0&from=2026-11-21&to=2026-11-21"}]"""),
        "list_audit_exports" => JsonNode.Parse("""[{"id":"xru_01kahwbq7t9y2m4n6p8r0s1w3x","plan":"xpl_01kahwbh5e7r9t1y3m5n7p9q1s","name":"Monthly for the auditor","form":"pdf","from":"2026-10-01","to":"2026-10-31","entries":1204,"problem":null,"made_at":"2026-11-01T00:05:00+00:00","kept_until":"2026-12-01T00:05:00+00:00"}]"""),
        "list_people" => JsonNode.Parse("""[{"id":"usr_01kahw6a2ce9t8v1w3x5y7z9b0","name":"Ana Pop","email":"ana@example.ro","roles":["Accountant"],"team":"North","owner":false,"suspended":false,"joined_at":"2026-11-02T08:00:00+00:00"}]"""),
        "list_roles" => JsonNode.Parse("""[{"key":"Viewer","name":null,"inherits":[],"permissions":["invoice.read","invoice.read.all","report.view","self"],"max_invoice_amount":null,"requires_approval_above":null,"can_approve_own":false,"people":2}]"""),
        "explain_access" => JsonNode.Parse("""{"allowed":false,"because":"no_role_gives_it","roles":[]}"""),
        "list_approvals" => JsonNode.Parse("""
            [{"id":"apv_01kahw9c4re8v2m0tkxbc5pdfg","kind":"invoice","subject":"sal_01kahw8wq2e8rva3m0tkxbc5pd","title":"PR-0042 Exemplu Clienti SRL","amount":12100.00,"currency":"RON",
              "customer":"Exemplu Clienti SRL","creator":null,"because":"Large sales","state":"pending","asked_at":"2026-11-21T09:30:00+00:00","decided_by":null,"decided_at":null,"reason":null}]
            """),
        _ => RestExamples.Response(operation),
    };

    public static JsonNode Problem(string status)
    {
        var error = status switch
        {
            "400" => ApiErrors.DateInvalid("start_date"),
            "401" => ApiErrors.KeyMissing,
            "403" => Error.Forbidden("permission.missing", "Your role does not allow this. Ask an owner of the company."),
            "404" => ApiErrors.NotFound,
            "409" => Error.Conflict("sale.invoiced_otherwise", "This sale has its invoice already, with another tax number or invoice number."),
            "412" => Aggregate.Changed,
            "428" => RestErrors.VersionMissing,
            "422" => Error.Refused("sale.not_due", "Stripe does not show it as finished: a draft, void, failed or pending sale is not invoiced."),
            "429" => ApiErrors.TooMany,
            _ => Error.Unavailable("source.unavailable", "Stripe asks us to slow down."),
        };
        var number = int.Parse(status, CultureInfo.InvariantCulture);
        var shown = (ApiProblems.StatusOf(error.Kind) == number ? error.ToProblem() : error.ToProblem(number)).ProblemDetails;
        var problem = new JsonObject { ["type"] = shown.Type, ["title"] = shown.Title, ["status"] = number, ["detail"] = error.Message, ["code"] = error.Code };
        if (error.Field is { } field) problem["field"] = field;
        return problem;
    }

    static JsonObject Page(string id, string? number, string type) => new JsonObject
    {
        ["data"] = new JsonArray(new JsonObject
        {
            ["id"] = id,
            ["number"] = number,
            ["customer_id"] = "cus_Practice0001",
            ["customer_name"] = "Exemplu Clienti SRL",
            ["customer_email"] = "client@example.ro",
            ["amount_total"] = 121.00m,
            ["currency"] = "RON",
            ["status"] = "paid",
            ["created"] = "2026-11-20T14:05:12+00:00",
            ["source_type"] = type,
            ["sale_id"] = "sal_01kahw8wq2e8rva3m0tkxbc5pd",
            ["state"] = "accepted",
            ["reason"] = null,
            ["file_by"] = "2026-11-27T22:00:00+00:00",
            ["invoice_id"] = "inv_01kahw8x3tf1s9ds5q3v2r6yzn",
        }),
        ["has_more"] = true,
        ["next_cursor"] = "CN5wSo1aAAABmqvHkxh7LYvZ3K5WgQxE",
    };
}
