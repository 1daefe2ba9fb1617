using System.Globalization;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Clock;

namespace InvoiceSync.Sandbox.Anaf.Messages;

/// <summary>listaMesajeFactura and its paged sister. An empty list is told as an error text, as the authority does.</summary>
sealed class ListCalls(CallLimits limits)
{
    const string Title = "Lista Mesaje";
    const int PageSize = 500;
    static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    public AnafAnswer Simple(AnafCall call)
    {
        if (call.Text("zile") is not { } days || call.Text("cif") is not { } cif)
            return AnafAnswer.Bad(400, "Bad Request", "Parametrii zile si cif sunt obligatorii", call.Now);
        if (!int.TryParse(days, CultureInfo.InvariantCulture, out var count)) return Error($"Numarul de zile introdus= {days} nu este un numar intreg");
        if (count is < 1 or > 60) return Error("Numarul de zile trebuie sa fie intre 1 si 60");
        if (!cif.All(char.IsAsciiDigit)) return Error($"CIF introdus= {cif} nu este un numar");
        if (Denial(call, cif, "list", CallLimits.ListsPerCif) is { } denial) return denial;

        var box = MessageBox.Open(call, cif, call.Now.AddDays(-count), call.Now, call.Text("filtru"));
        if (box.Count == 0) return Error($"Nu exista mesaje in ultimele {count} zile");
        if (box.Count > PageSize) return Error($"Lista de mesaje este mai mare decat numarul de {PageSize} elemente permise in pagina. Folositi endpoint-ul cu paginatie.");
        return AnafAnswer.Json(200, Tail(new JsonObject { ["mesaje"] = box.Page(0, PageSize) }, call, cif, $"Lista Mesaje disponibile din ultimele {count} zile"));
    }

    public AnafAnswer Paged(AnafCall call)
    {
        if (call.Text("startTime") is not { } start || call.Text("endTime") is not { } end || call.Text("cif") is not { } cif || call.Text("pagina") is not { } page)
            return AnafAnswer.Bad(400, "Bad Request", "Parametrii startTime, endTime, cif si pagina sunt obligatorii", call.Now);
        if (!cif.All(char.IsAsciiDigit)) return Error($"CIF introdus= {cif} nu este un numar sau nu are o valoare acceptata de sistem");
        if (Moment(start) is not { } from) return Error($"startTime = {start} nu este un numar sau nu are o valoare acceptata de sistem");
        if (Moment(end) is not { } to) return Error($"endTime = {end} nu este un numar sau nu are o valoare acceptata de sistem");
        if (!int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
            return Error($"pagina = {page} nu este un numar sau nu are o valoare acceptata de sistem");
        if (to <= from) return Error($"endTime = {Bucharest.Second(to)} nu poate fi <= startTime = {Bucharest.Second(from)}");
        if (to > call.Now) return Error($"endTime = {Bucharest.Second(to)} nu poate in viitor fata de momentul requestului");
        if (from < call.Now - Kept) return Error($"startTime = {Bucharest.Second(from)} nu poate fi mai vechi de 60 de zile fata de momentul requestului");
        if (Denial(call, cif, "paged", CallLimits.PagedListsPerCif) is { } denial) return denial;

        var box = MessageBox.Open(call, cif, from, to, call.Text("filtru"));
        if (box.Count == 0) return Error("Nu exista mesaje in intervalul selectat");
        var pages = (box.Count + PageSize - 1) / PageSize;
        // Misspelt by the authority: toatal.
        if (number > pages) return Error($"Pagina solicitata {number} este mai mare decat numarul toatal de pagini {pages}");
        var messages = box.Page((number - 1) * PageSize, PageSize);
        var answer = new JsonObject
        {
            ["mesaje"] = messages,
            ["numar_inregistrari_in_pagina"] = messages.Count,
            ["numar_total_inregistrari_per_pagina"] = PageSize,
            ["numar_total_inregistrari"] = box.Count,
            ["numar_total_pagini"] = pages,
            ["index_pagina_curenta"] = number,
        };
        return AnafAnswer.Json(200, Tail(answer, call, cif, $"Lista Mesaje disponibile din intervalul {Bucharest.Second(from)} - {Bucharest.Second(to)}"));
    }

    AnafAnswer? Denial(AnafCall call, string cif, string use, int perDay)
    {
        if (call.Text("filtru") is { } filter && filter is not ("E" or "T" or "P" or "R")) return Error("Valorile acceptate pentru parametrul filtru sunt E, T, P sau R");
        if (!call.Person.HasAny) return Error("Nu exista niciun CIF pentru care sa aveti drept in SPV");
        if (!call.Person.MayActFor(cif)) return Error($"Nu aveti drept in SPV pentru CIF={cif}");
        return limits.Admits($"{use}/{call.Environment}/{cif}", perDay)
            ? null
            : Error($"S-au facut deja {perDay} interogari de lista mesaje de catre utilizator in cursul zilei");
    }

    static JsonObject Tail(JsonObject answer, AnafCall call, string cif, string title)
    {
        answer["serial"] = call.Person.Serial;
        answer["cui"] = call.Person.Cifs is { } cifs ? string.Join(',', cifs) : cif;
        answer["titlu"] = title;
        return answer;
    }

    static DateTimeOffset? Moment(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms < 253_402_300_800_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
            : null;

    static AnafAnswer Error(string words) => AnafAnswer.Error(words, Title);
}
