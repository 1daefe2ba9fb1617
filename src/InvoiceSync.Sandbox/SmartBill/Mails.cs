using System.Text;
using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.SmartBill;

/// <summary>Documents sent by mail. None leaves this machine: the document remembers them. A refusal is a 200 with a code other than 0 and no errorText.</summary>
static class Mails
{
    public static SmartBillAnswer Send(SmartBillCall call)
    {
        var kind = (string?)call.Body?["type"] switch { "factura" => Papers.Invoice, "proforma" => Papers.Estimate, _ => null };
        if (kind is null) return Said(1, "Tipul documentului nu este valid.");
        if (Papers.Find(call, kind, (string?)call.Body!["seriesName"] ?? "", (string?)call.Body["number"] ?? "") is not { } found) return Said(1, "Documentul nu a fost gasit.");
        if ((string?)call.Body["to"] is not { } to || !to.Contains('@', StringComparison.Ordinal)) return Said(1, "Adresa de e-mail nu este valida.");
        if (Read(call, "subject") is not { } subject || Read(call, "bodyText") is not { } text) return Said(1, "Subiectul si textul trebuie codificate Base64.");
        if (found["mails"] is not JsonArray mails) found["mails"] = mails = [];
        mails.Add(new JsonObject { ["to"] = to, ["subject"] = subject, ["text"] = text });
        call.Work.Put(call.Books(kind), (string)found["id"]!, found);
        return Said(0, "Documentul a fost trimis.");
    }

    static string? Read(SmartBillCall call, string name)
    {
        var coded = (string?)call.Body![name] ?? "";
        var bytes = new byte[coded.Length];
        return Convert.TryFromBase64String(coded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    static SmartBillAnswer Said(int code, string message) => SmartBillAnswer.Json(200, new() { ["status"] = new JsonObject { ["code"] = code, ["message"] = message } });
}
