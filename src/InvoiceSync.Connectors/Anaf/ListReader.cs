using System.Globalization;
using System.Text.Json;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>Reads both message lists. The page is the one we asked for: ANAF's own index_pagina_curenta is wrong (OCA#811).</summary>
static class ListReader
{
    public static SearchAnswer Read(AnafReply reply, int page, DateTimeOffset now) => AnafTrouble.In(reply) switch
    {
        AnafTrouble.Denied denied => new SearchAnswer.Denied(denied.Why),
        AnafTrouble.NoRight no => new SearchAnswer.Denied(no.Why),
        AnafTrouble.Limited limited => new SearchAnswer.Limited(limited.Per, limited.After),
        AnafTrouble.Unavailable down => new SearchAnswer.Unavailable(down.Why),
        _ => AnafJson.Read(((AnafReply.Answered)reply).Body) is { } list ? Read(list, page, now) : Unreadable,
    };

    static SearchAnswer.Unavailable Unreadable => new("ANAF's list could not be read.");

    static SearchAnswer Read(JsonElement list, int page, DateTimeOffset now) =>
        list.TryGetProperty("mesaje", out var messages) && messages.ValueKind == JsonValueKind.Array ? Found(list, messages, page, now)
        : list.Refusal() is { } text ? Refused(text, page)
        : Unreadable;

    static SearchAnswer Found(JsonElement list, JsonElement messages, int page, DateTimeOffset now)
    {
        List<FiscalMessage> found = [];
        foreach (var row in messages.EnumerateArray())
        {
            // A row without its ids cannot be used; a list we understand only in part is not "nothing found".
            if (row.Text("id") is not { Length: > 0 } id || row.Text("id_solicitare") is not { Length: > 0 } index) return Unreadable;
            found.Add(new FiscalMessage(
                id,
                index,
                KindOf(row.Text("tip")),
                AnafTime.Read(row.Text("data_creare")) ?? now,
                row.Text("detalii") ?? "",
                row.Text("cif") ?? ""));
        }

        var pages = int.TryParse(list.Text("numar_total_pagini"), NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : 1;
        return new SearchAnswer.Found(found, page, pages);
    }

    static SearchAnswer Refused(string text, int page) => AnafText.KindOf(text) switch
    {
        TextKind.NothingFound => new SearchAnswer.Found([], page, 0),
        TextKind.NoRight or TextKind.NoRightAtAll => new SearchAnswer.Denied(text),
        TextKind.DailyLimit => new SearchAnswer.Limited(FiscalLimit.Day, null),
        TextKind.Technical => new SearchAnswer.Unavailable(text),
        _ => new SearchAnswer.Refused(text),
    };

    static FiscalMessageKind KindOf(string? kind) => kind?.Trim().ToUpperInvariant() switch
    {
        "FACTURA TRIMISA" => FiscalMessageKind.Sent,
        "FACTURA PRIMITA" => FiscalMessageKind.Received,
        "ERORI FACTURA" => FiscalMessageKind.Errors,
        "MESAJ CUMPARATOR PRIMIT" => FiscalMessageKind.BuyerMessage,
        "MESAJ CUMPARATOR TRANSMIS" => FiscalMessageKind.AnswerSent,
        _ => FiscalMessageKind.Other,
    };
}
