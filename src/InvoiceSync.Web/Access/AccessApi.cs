using System.Globalization;
using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Access;

/// <summary>/api/people and /api/access: who belongs to the company, what roles there are, and why somebody may do something or not.</summary>
static class AccessApi
{
    public static void MapAccessApi(this RouteGroupBuilder api)
    {
        var access = api.MapGroup("").WithTags("Access");
        access.MapGet("/people", People).Describe<List<PersonRow>>("list_people", "The people of the company and their roles");
        access.MapGet("/roles", RolesOf).Describe<List<RoleRow>>("list_roles", "The roles of the company and what they give");
        access.MapGet("/access/explain", Explain).Describe<Explanation>("explain_access", "Whether a person may do something, and why", 200, 400, 404);
    }

    static async Task<IResult> People(IDispatcher dispatcher, CancellationToken ct) => (await dispatcher.Ask(new ListPeople(), ct)).Match<IResult>(
        people => TypedResults.Ok(people.Select(p => new PersonRow(p.Id.ToString(), p.Name, p.Email, p.Roles, p.Team, p.IsOwner, p.IsSuspended, p.JoinedAt.ToUniversalTime())).ToList()),
        error => error.ToProblem());

    static async Task<IResult> RolesOf(IDispatcher dispatcher, CancellationToken ct) => (await dispatcher.Ask(new ListRoles(), ct)).Match<IResult>(
        roles => TypedResults.Ok(roles.Select(r => new RoleRow(r.Key, r.Name, r.Inherits, [.. r.Gives.Order(StringComparer.Ordinal)], r.Limits.MaxInvoiceAmount, r.Limits.RequiresApprovalAbove, r.Limits.CanApproveOwn, r.People)).ToList()),
        error => error.ToProblem());

    static async Task<IResult> Explain(string? person, string? permission, string? owner, string? amount, IDispatcher dispatcher, CancellationToken ct)
    {
        if (!Ids.TryParse<UserId>(person, out var id)) return ApiErrors.NotFound.ToProblem();
        decimal? money = decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) ? read : null;
        return (await dispatcher.Ask(new ExplainAccess(id, permission ?? "", owner, money), ct)).Match<IResult>(
            view => TypedResults.Ok(new Explanation(view.Allowed, view.Because.OnTheWire(), view.Roles)),
            error => error.ToProblem());
    }

    sealed record PersonRow(string Id, string Name, string Email, IReadOnlyList<string> Roles, string? Team, bool Owner, bool Suspended, DateTimeOffset JoinedAt);

    /// <summary>Amounts are in RON; null is no limit.</summary>
    sealed record RoleRow(
        string Key, string? Name, IReadOnlyList<string> Inherits, IReadOnlyList<string> Permissions,
        decimal? MaxInvoiceAmount, decimal? RequiresApprovalAbove, bool CanApproveOwn, int People);

    /// <summary>Because is role_gives_it, only_own, only_team, after_approval, no_role_gives_it, not_theirs, above_limit or suspended.</summary>
    sealed record Explanation(bool Allowed, string Because, IReadOnlyList<string> Roles);
}
