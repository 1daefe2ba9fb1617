using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>
/// What was given back: credit notes, and refunds that none of them names. Asked for only where the sale's own figures say that there
/// are some, for Stripe counts reads.
/// </summary>
sealed class StripeReturns(StripeClient client)
{
    public async Task<SourceAnswer<IReadOnlyList<SourceReturn>>> OfInvoice(SourceAccount account, string invoice, IReadOnlyList<string> charges, string currency, CancellationToken ct)
    {
        var notes = await All(account, "/v1/credit_notes", "invoice", invoice, ct);
        if (notes is not SourceAnswer<IReadOnlyList<StripeObject>>.Found { Value: var written }) return await Task.FromResult(notes).Select(IReadOnlyList<SourceReturn> (_) => []);

        var refunds = new List<StripeObject>();
        foreach (var charge in charges)
        {
            var asked = await All(account, "/v1/refunds", "charge", charge, ct);
            if (asked is not SourceAnswer<IReadOnlyList<StripeObject>>.Found { Value: var some }) return await Task.FromResult(asked).Select(IReadOnlyList<SourceReturn> (_) => []);
            refunds.AddRange(some);
        }

        return StripeAnswers.Good(Read(written, refunds, currency));
    }

    public Task<SourceAnswer<IReadOnlyList<SourceReturn>>> OfCharge(SourceAccount account, string charge, string currency, CancellationToken ct) =>
        All(account, "/v1/refunds", "charge", charge, ct).Select(refunds => Read([], refunds, currency));

    Task<SourceAnswer<IReadOnlyList<StripeObject>>> All(SourceAccount account, string path, string by, string id, CancellationToken ct) =>
        StripePage.All(client, account, StripeCall.Get(path, new StripeForm().Add(by, id).Add("limit", StripePage.Largest)), null, ct);

    // Oldest first, as they were given. A refund still on its way is told by an event of its own when it arrives.
    static IReadOnlyList<SourceReturn> Read(IReadOnlyList<StripeObject> notes, IReadOnlyList<StripeObject> refunds, string currency)
    {
        var issued = notes.Where(note => note.Text("status") == "issued").ToList();
        var named = issued.SelectMany(note => note.Items("refunds")).Select(refund => refund.Reference("refund")).ToHashSet();
        return
        [
            .. issued.Select(note => new SourceReturn(note.Id, note.TextOrNone("number"), StripeMoney.ToMajor(note.Whole("total"), currency), note.TextOrNone("memo"), note.Instant("created")))
                .Concat(refunds.Where(refund => refund.TextOrNone("status") == "succeeded" && !named.Contains(refund.Id))
                    .Select(refund => new SourceReturn(refund.Id, null, StripeMoney.ToMajor(refund.Whole("amount"), currency), null, refund.Instant("created"))))
                .Where(given => given.Amount > 0)
                .OrderBy(given => given.At).ThenBy(given => given.Id, StringComparer.Ordinal),
        ];
    }
}
