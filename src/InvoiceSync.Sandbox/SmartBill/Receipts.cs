using System.Globalization;
using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.SmartBill;

/// <summary>What was paid on invoices.</summary>
static class Receipts
{
    public static SmartBillAnswer Status(SmartBillCall call)
    {
        if (Papers.Asked(call, Papers.Invoice) is not { } invoice) return SmartBillAnswer.Refused("Factura nu a fost gasita.");
        var (total, paid) = ((decimal)invoice["total"]!, (decimal)invoice["paid"]!);
        return SmartBillAnswer.Good(new()
        {
            ["invoiceTotalAmount"] = total,
            ["paidAmount"] = paid,
            ["unpaidAmount"] = total - paid,
            ["paid"] = paid >= total,
        });
    }

    public static SmartBillAnswer Pay(SmartBillCall call)
    {
        if (call.Body?["invoicesList"] is not JsonArray { Count: > 0 } invoices) return SmartBillAnswer.Refused("Nu a fost aleasa nicio factura.");
        var named = invoices[0]!;
        if (Papers.Find(call, Papers.Invoice, (string?)named["seriesName"] ?? "", (string?)named["number"] ?? "") is not { } invoice) return SmartBillAnswer.Refused("Factura nu a fost gasita.");
        Payments(invoice).Add(new JsonObject { ["type"] = (string?)call.Body["type"], ["date"] = (string?)call.Body["issueDate"], ["value"] = (decimal?)call.Body["value"] ?? 0 });
        return Keep(call, invoice);
    }

    // By type, and by day and sum where they are named; of several alike the last one.
    public static SmartBillAnswer Delete(SmartBillCall call)
    {
        if (Papers.Find(call, Papers.Invoice, call.Text("invoiceSeries") ?? "", call.Text("invoiceNumber") ?? "") is not { } invoice) return SmartBillAnswer.Refused("Incasarea nu a fost gasita.");
        var fits = Payments(invoice).LastOrDefault(p => (string?)p!["type"] == call.Text("paymentType")
            && (call.Text("paymentDate") is not { } day || (string?)p["date"] == day)
            && (!decimal.TryParse(call.Text("paymentValue"), CultureInfo.InvariantCulture, out var value) || (decimal)p["value"]! == value));
        if (fits is null) return SmartBillAnswer.Refused("Incasarea nu a fost gasita.");
        Payments(invoice).Remove(fits);
        return Keep(call, invoice);
    }

    static JsonArray Payments(JsonObject invoice)
    {
        if (invoice["payments"] is not JsonArray payments) invoice["payments"] = payments = [];
        return payments;
    }

    static SmartBillAnswer Keep(SmartBillCall call, JsonObject invoice)
    {
        invoice["paid"] = Payments(invoice).Sum(p => (decimal)p!["value"]!);
        call.Work.Put(call.Books(Papers.Invoice), (string)invoice["id"]!, invoice);
        return SmartBillAnswer.Made((string)invoice["series"]!, (string)invoice["number"]!);
    }
}
