using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>Check connection in two steps: the hello call proves the token, a listing proves the right over the tax id.</summary>
static class AccountCheck
{
    public const string NotDigits = "The tax id must be digits only, without RO.";

    public static bool HasDigits(this FiscalAccount account) =>
        account.TaxId.Length is > 0 and <= 13 && account.TaxId.All(char.IsAsciiDigit);

    /// <summary>Null when the token works.</summary>
    public static FiscalCheck? OfToken(AnafReply hello) => hello switch
    {
        AnafReply.Answered { Status: System.Net.HttpStatusCode.OK } ok when AnafBody.KindOf(ok.Body) != BodyKind.Html => null,
        _ => AnafTrouble.In(hello) switch
        {
            AnafTrouble.Denied denied => new FiscalCheck.Denied(denied.Why),
            AnafTrouble.NoRight no => new FiscalCheck.Denied(no.Why),
            AnafTrouble.Unavailable down => new FiscalCheck.Unavailable(down.Why),
            _ => new FiscalCheck.Unavailable("ANAF did not answer the test call."),
        },
    };

    public static FiscalCheck OfTaxId(SearchAnswer listing) => listing switch
    {
        SearchAnswer.Found => new FiscalCheck.Works(),
        SearchAnswer.Denied no => new FiscalCheck.NoRight(no.Why),
        SearchAnswer.Refused wrong => new FiscalCheck.NoRight(wrong.Text),
        SearchAnswer.Limited => new FiscalCheck.Unavailable("ANAF has had enough calls for now."),
        SearchAnswer.Unavailable down => new FiscalCheck.Unavailable(down.Why),
        _ => throw new InvalidOperationException($"An unknown answer: {listing.GetType().Name}"),
    };
}
