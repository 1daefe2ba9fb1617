using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>The "Check connection" button: reads one of everything we need, so a missing right shows now and not at night.</summary>
sealed class StripeConnectionTest(StripeClient client)
{
    // The rights a restricted key needs, as the Stripe Dashboard names them.
    static readonly (string Right, string Path)[] Needed =
    [
        ("Invoices", "/v1/invoices"),
        ("Invoice payments", "/v1/invoice_payments"),
        ("Credit notes", "/v1/credit_notes"),
        ("Charges", "/v1/charges"),
        ("Payment intents", "/v1/payment_intents"),
        ("Customers", "/v1/customers"),
        ("Tax rates", "/v1/tax_rates"),
        ("Events", "/v1/events"),
    ];

    public async Task<ConnectionCheck> Run(SourceAccount account, CancellationToken ct)
    {
        if (StripeWire.Objection(account) is { } objection) return Fails(StripeErrors.Unusable(objection));

        var asked = await client.Get(account, StripeCall.Get("/v1/account") with { Impatient = true }, ct).Select(Owner);
        if (asked is not SourceAnswer<(string Id, string Name)>.Found { Value: var owner }) return Judge(asked, "Account");

        var missing = new List<string>();
        foreach (var (right, path) in Needed)
        {
            var probe = await StripePage.Ask(client, account, StripeCall.Get(path, new StripeForm().Add("limit", 1)) with { Impatient = true }, ct)
                .Select(page => page.Items is not [var first, ..] || first.Flag("livemode") == account.Live);
            if (probe is SourceAnswer<bool>.Denied) missing.Add(right);
            else if (probe is not SourceAnswer<bool>.Found { Value: var sameMode }) return Judge(probe, right);
            else if (!sameMode) return Fails(StripeErrors.ModeMixed);
        }

        return missing.Count > 0
            ? Fails(StripeErrors.RightsMissing(missing))
            : new ConnectionCheck.Works(owner.Id, owner.Name, account.Live, Remarks(account));
    }

    static ConnectionCheck.Fails Judge<T>(SourceAnswer<T> answer, string right) => Fails(answer switch
    {
        SourceAnswer<T>.Denied denied when denied.Why.Contains(" 403 ", StringComparison.Ordinal) => StripeErrors.RightsMissing([right]),
        SourceAnswer<T>.Denied => StripeErrors.KeyRefused,
        SourceAnswer<T>.Limited => StripeErrors.Limited,
        SourceAnswer<T>.Unavailable unavailable => StripeErrors.Unreachable(unavailable.Why),
        SourceAnswer<T>.Broken broken => StripeErrors.Unreadable(broken.Why),
        _ => StripeErrors.Unreadable($"{right} is missing."),
    });

    static (string Id, string Name) Owner(StripeObject account) => (
        account.Id,
        account.Inner("settings")?.Inner("dashboard")?.TextOrNone("display_name")
            ?? account.Inner("business_profile")?.TextOrNone("name")
            ?? account.TextOrNone("email")
            ?? account.Id);

    static IReadOnlyList<string> Remarks(SourceAccount account) => account.ApiKey.StartsWith("sk_", StringComparison.Ordinal)
        ? ["This key may do everything on the account. A restricted key with Read rights is safer and enough."]
        : [];

    static ConnectionCheck.Fails Fails(Kernel.Error error) => new(error);
}
