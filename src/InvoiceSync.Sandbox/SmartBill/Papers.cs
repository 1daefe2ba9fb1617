using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.SmartBill;

/// <summary>Invoices and estimates: made, taken back, cancelled, deleted. There is no idempotency and no list, as at the real one.</summary>
static class Papers
{
    public const string Invoice = "invoice", Estimate = "estimate", Draft = "draft";

    public static SmartBillAnswer Make(SmartBillCall call, string kind)
    {
        if (call.Body is not { } body) return SmartBillAnswer.Refused("Nu au fost trimise date.");
        var series = (string?)body["seriesName"] ?? "";
        if (!Settings.Has(series, kind == Invoice ? "f" : "p")) return SmartBillAnswer.Refused($"Seria {series} nu exista.");
        if ((string?)body["client"]?["name"] is not { Length: > 0 }) return SmartBillAnswer.Refused("Numele clientului este obligatoriu.");
        if (body["products"] is not JsonArray { Count: > 0 } products) return SmartBillAnswer.Refused("Documentul nu are produse.");
        if (products.FirstOrDefault(p => Settings.Percent((string?)p!["taxName"]) is null) is { } untaxed)
            return SmartBillAnswer.Refused($"Cota TVA {untaxed["taxName"]} nu exista in contul tau.");
        if (kind == Invoice && (bool?)body["useEstimateDetails"] == true && Copied(call, body) is null) return SmartBillAnswer.Refused("Proforma nu a fost gasita.");
        if ((bool?)body["isDraft"] == true) return Sketch(call, series, Sums.Of(products), (string?)body["observations"]);
        return Keep(call, kind, series, Sums.Of(products), (string?)body["currency"] ?? "RON", (string?)body["observations"], body);
    }

    public static SmartBillAnswer Reverse(SmartBillCall call)
    {
        var series = (string?)call.Body?["seriesName"] ?? "";
        if (Find(call, Invoice, series, (string?)call.Body?["number"] ?? "") is not { } original) return SmartBillAnswer.Refused("Factura nu a fost gasita.");
        if (original["reversedBy"] is not null) return SmartBillAnswer.Refused("Factura a fost deja stornata.");
        var made = Keep(call, Invoice, series, -(decimal)original["total"]!, (string)original["currency"]!, $"Storno {original["id"]}", new() { ["reverses"] = (string)original["id"]! });
        original["reversedBy"] = true;
        call.Work.Put(call.Books(Invoice), (string)original["id"]!, original);
        return made;
    }

    public static SmartBillAnswer Cancel(SmartBillCall call, string kind, bool cancelled)
    {
        if (Asked(call, kind) is not { } found) return SmartBillAnswer.Refused("Documentul nu a fost gasit.");
        if ((bool)found["cancelled"]! == cancelled) return SmartBillAnswer.Refused(cancelled ? "Documentul este deja anulat." : "Documentul nu este anulat.");
        found["cancelled"] = cancelled;
        call.Work.Put(call.Books(kind), (string)found["id"]!, found);
        return SmartBillAnswer.Made("", "");
    }

    public static SmartBillAnswer Delete(SmartBillCall call, string kind)
    {
        if (Asked(call, kind) is not { } found) return SmartBillAnswer.Refused("Documentul nu a fost gasit.");
        var (series, number) = ((string)found["series"]!, long.Parse((string)found["number"]!, CultureInfo.InvariantCulture));
        if (Settings.Next(call.Work, call.Company, series) != number + 1) return SmartBillAnswer.Refused("Doar ultimul document din serie poate fi sters.");
        call.Work.Remove(call.Books(kind), (string)found["id"]!);
        Settings.Keep(call, series, number);
        return SmartBillAnswer.Made("", "");
    }

    public static SmartBillAnswer Pdf(SmartBillCall call, string kind) => Asked(call, kind) is { } found
        ? new(200, "application/octet-stream", Encoding.ASCII.GetBytes($"%PDF-1.4\n% practice {found["id"]}\n%%EOF\n"))
        : SmartBillAnswer.Refused("Documentul nu a fost gasit.", 200);

    public static SmartBillAnswer InvoicesOf(SmartBillCall call)
    {
        if (Asked(call, Estimate) is not { } estimate) return SmartBillAnswer.Refused("Proforma nu a fost gasita.");
        var all = call.Work.Table(call.Books(Invoice)).All;
        var made = Enumerable.Range(0, all.Count).Select(i => Storage.Work.Parse(all[i])).Where(i => (string?)i["estimate"] == (string)estimate["id"]!).ToList();
        return SmartBillAnswer.Good(new()
        {
            ["areInvoicesCreated"] = made.Count > 0,
            ["invoices"] = new JsonArray([.. made.Select(i => new JsonObject { ["series"] = (string)i["series"]!, ["number"] = (string)i["number"]! })]),
        });
    }

    public static JsonObject? Asked(SmartBillCall call, string kind) => Find(call, kind, call.Text("seriesname") ?? "", call.Text("number") ?? "");

    // A number is asked for as printed or without its zeros.
    public static JsonObject? Find(SmartBillCall call, string kind, string series, string number) =>
        call.Work.Find(call.Books(kind), $"{series} {number.PadLeft(4, '0')}");

    static JsonObject? Copied(SmartBillCall call, JsonObject body) => Find(call, Estimate, (string?)body["estimate"]?["seriesName"] ?? "", (string?)body["estimate"]?["number"] ?? "");

    // No number: what names it here nobody is told.
    static SmartBillAnswer Sketch(SmartBillCall call, string series, decimal total, string? observations)
    {
        var name = $"{call.Work.Table(call.Books(Draft)).All.Count + 1}";
        call.Work.Put(call.Books(Draft), name, new JsonObject { ["id"] = name, ["created"] = call.Now.ToUnixTimeSeconds(), ["series"] = series, ["total"] = total, ["observations"] = observations });
        return SmartBillAnswer.Made(series, "");
    }

    static SmartBillAnswer Keep(SmartBillCall call, string kind, string series, decimal total, string currency, string? observations, JsonObject body)
    {
        var number = Settings.Draw(call, series);
        var estimate = (bool?)body["useEstimateDetails"] == true ? Copied(call, body) : null;
        call.Work.Put(call.Books(kind), $"{series} {number}", new JsonObject
        {
            ["id"] = $"{series} {number}",
            ["created"] = call.Now.ToUnixTimeSeconds(),
            ["series"] = series,
            ["number"] = number,
            ["total"] = total,
            ["paid"] = 0m,
            ["currency"] = currency,
            ["cancelled"] = false,
            ["observations"] = observations,
            ["mailed_to"] = (bool?)body["sendEmail"] == true ? (string?)body["email"]?["to"] : null,
            ["reverses"] = (string?)body["reverses"],
            ["estimate"] = (string?)estimate?["id"],
        });
        return SmartBillAnswer.Made(series, number);
    }
}
