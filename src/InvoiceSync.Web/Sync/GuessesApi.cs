using System.Globalization;
using System.Text.Json.Serialization;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Sync;

/// <summary>/api/sync/tax-id-guesses: companies that buyers without a tax number may be, for somebody to confirm or refuse.</summary>
static class GuessesApi
{
    const int UsualDays = 30;

    public static void MapGuessesApi(this RouteGroupBuilder api)
    {
        var guesses = api.MapGroup("/sync/tax-id-guesses").WithTags("Customers");
        guesses.MapGet("", List).Describe<Answer>("list_tax_id_guesses", "Companies that buyers without a tax number may be", 400, 503);
        guesses.MapPost("/confirm", Confirm).Accepts<Decision>("application/json", ApiBody.Anything).Describe<Confirmed>("confirm_tax_id_guess", "Says that a company pays from an e-mail address", 400, 404, 503);
        guesses.MapPost("/refuse", Refuse).Accepts<Decision>("application/json", ApiBody.Anything).Describe<Decision>("refuse_tax_id_guess", "Says that a company does not pay from an e-mail address", 400);
    }

    static async Task<IResult> List(string? days, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!int.TryParse(days ?? $"{UsualDays}", NumberStyles.None, CultureInfo.InvariantCulture, out var many)) many = 0;
        return (await dispatcher.Send(new GuessTaxIds(many), ct)).Match<IResult>(
            rows => TypedResults.Ok(new Answer([.. rows.Select(Row.Of)])), error => error.Named(("Days", "days")).ToProblem());
    }

    static Task<IResult> Confirm(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) =>
        Decide(request, said => dispatcher.Send(new ConfirmTaxIdGuess(said.Email!, said.Cui!), ct), (said, sales) => new Confirmed(said.Email!, said.Cui!, sales));

    static Task<IResult> Refuse(HttpRequest request, IDispatcher dispatcher, CancellationToken ct) =>
        Decide(request, said => dispatcher.Send(new RefuseTaxIdGuess(said.Email!, said.Cui!), ct), (said, _) => said);

    static Task<IResult> Decide<T, TAnswer>(HttpRequest request, Func<Decision, Task<Result<T>>> then, Func<Decision, T, TAnswer> answer) => ApiBody.With<Decision>(request, async body =>
    {
        var said = new Decision(body.Email?.Trim() ?? "", body.Cui?.Trim() ?? "");
        return (await then(said)).Match<IResult>(done => TypedResults.Ok(answer(said, done)), error => error.Named(("Email", "email"), ("Cui", "cui"), ("TaxId", "cui")).ToProblem());
    });

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    sealed record Decision(string? Email, string? Cui);

    /// <summary>sales_go_on: how many sales waited only for this number.</summary>
    sealed record Confirmed(string Email, string Cui, int SalesGoOn);

    sealed record Answer(IReadOnlyList<Row> Data);

    /// <summary>clue says where the number was found; name_likeness compares the buyer's name with the register's, in percent.</summary>
    sealed record Row(string Email, string Name, string Cui, string Company, string Address, bool VatPayer, bool Inactive, string Clue, int NameLikeness)
    {
        public static Row Of(GuessTaxIds.Row row) =>
            new(row.Email, row.Name, row.Company.Cui, row.Company.Name, row.Company.Address, row.Company.IsVatPayer, row.Company.IsInactive, row.From.OnTheWire(), row.Likeness);
    }
}
