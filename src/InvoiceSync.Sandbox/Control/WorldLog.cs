using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Anaf.Messages;
using InvoiceSync.Sandbox.SmartBill;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe;

namespace InvoiceSync.Sandbox.Control;

/// <summary>The oracle: every upload and every delivery this world has seen, in order. Tests count against it.</summary>
sealed class WorldLog(Store store)
{
    static readonly string[] UploadFields =
        ["index", "environment", "cif", "standard", "b2c", "extern", "number", "issued", "seller", "buyer", "sha256", "received", "verdict", "errors"];

    public JsonObject Read() => store.Run(work => new JsonObject
    {
        ["uploads"] = new JsonArray([.. Rows(work.Table(Documents.Uploads)).Select(Upload)]),
        ["refused_at_the_door"] = new JsonArray([.. Rows(work.Table(Documents.Refusals))]),
        ["smartbill"] = new JsonArray([.. Kept(work, Papers.Invoice)]),
        ["smartbill_drafts"] = new JsonArray([.. Kept(work, Papers.Draft)]),
        ["smartbill_estimates"] = new JsonArray([.. Kept(work, Papers.Estimate)]),
        ["deliveries"] = new JsonArray([.. KnownAccounts.All(work).SelectMany(account =>
            Rows(work.Table($"stripe/{account}/delivery")).Select(delivery => Delivery(account, delivery)))]),
    });

    public JsonObject State() => store.Run(work => new JsonObject
    {
        ["accounts"] = new JsonArray([.. KnownAccounts.All(work).Select(account => new JsonObject
        {
            ["account"] = account,
            ["invoices"] = work.Table($"stripe/{account}/invoice").All.Count,
            ["charges"] = work.Table($"stripe/{account}/charge").All.Count,
            ["customers"] = work.Table($"stripe/{account}/customer").All.Count,
            ["events"] = work.Table($"stripe/{account}/event").All.Count,
            ["endpoints"] = work.Table($"stripe/{account}/webhook_endpoint").All.Count,
            ["deliveries_pending"] = work.Table($"stripe/{account}/delivery").Where("state", "pending").Count,
            ["deliveries_done"] = work.Table($"stripe/{account}/delivery").Where("state", "delivered").Count,
        })]),
        ["uploads"] = work.Table(Documents.Uploads).All.Count,
        ["accepted"] = work.Table(Documents.Uploads).Where("verdict", "ok").Count,
        ["refused"] = work.Table(Documents.Uploads).Where("verdict", "nok").Count,
        ["refused_at_the_door"] = work.Table(Documents.Refusals).All.Count,
    });

    static IEnumerable<JsonObject> Rows(Table table)
    {
        for (var i = 0; i < table.All.Count; i++) yield return Work.Parse(table.All[i]);
    }

    static IEnumerable<JsonObject> Kept(Work work, string kind) =>
        from books in work.TablesUnder("smartbill/")
        where books.Name.EndsWith($"/{kind}", StringComparison.Ordinal)
        from paper in Rows(books)
        select Named(paper, books.Name.Split('/')[1]);

    static JsonObject Named(JsonObject paper, string company)
    {
        paper["company"] = company;
        return paper;
    }

    static JsonObject Upload(JsonObject upload)
    {
        upload["index"] = (string)upload["id"]!;
        return new JsonObject(UploadFields.Select(name => KeyValuePair.Create(name, upload[name]?.DeepClone())));
    }

    static JsonObject Delivery(string account, JsonObject delivery)
    {
        delivery["account"] = account;
        delivery.Remove("due");
        return delivery;
    }
}
