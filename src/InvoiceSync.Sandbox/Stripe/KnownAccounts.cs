using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Objects;

namespace InvoiceSync.Sandbox.Stripe;

/// <summary>The accounts anybody has used or made; the first call with a practice key opens one.</summary>
static class KnownAccounts
{
    const string Table = "practice/account";

    public static void Note(Books books)
    {
        if (books.Work.Table(Table).Find(books.Account) is not null) return;
        books.Work.Put(Table, books.Account, new JsonObject { ["id"] = books.Account, ["created"] = books.Seconds });
    }

    public static IReadOnlyList<string> All(Work work)
    {
        var rows = work.Table(Table).All;
        return [.. Enumerable.Range(0, rows.Count).Select(i => rows[i].Id)];
    }
}
