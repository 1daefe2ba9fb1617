namespace InvoiceSync.Connectors.Saml;

/// <summary>What we want to know of a person, under the names providers are known to use, or under the one the company configured.</summary>
public sealed record SamlPerson(string? Email, string? Name, IReadOnlyList<string>? Groups)
{
    const int MostGroups = 200;
    const string Claims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
    const string Microsoft = "http://schemas.microsoft.com/";

    static readonly string[] EmailNames = ["email", "mail", "emailAddress", "Email", Claims + "emailaddress", "urn:oid:0.9.2342.19200300.100.1.3"];
    static readonly string[] NameNames = ["name", "displayName", "Name", Microsoft + "identity/claims/displayname", "urn:oid:2.16.840.1.113730.3.1.241", Claims + "name"];
    static readonly string[] GroupNames = ["groups", "Groups", "memberOf", Microsoft + "ws/2008/06/identity/claims/groups", "http://schemas.xmlsoap.org/claims/Group"];

    // Entra sends this instead of the groups when there are too many. It is an address, and we do not call addresses out of messages.
    const string TooMany = Microsoft + "claims/groups.link";

    public static SamlPerson Of(SamlLogin login, IReadOnlyDictionary<string, string> names)
    {
        var email = First(login, names, "email", EmailNames) ?? (login.NameId.Contains('@', StringComparison.Ordinal) ? login.NameId : null);
        return new(email, First(login, names, "name", NameNames), GroupsOf(login, names));
    }

    static IReadOnlyList<string>? GroupsOf(SamlLogin login, IReadOnlyDictionary<string, string> names)
    {
        if (login.Attributes.ContainsKey(TooMany)) return null;
        var groups = Values(login, names, "groups", GroupNames) ?? [];
        return groups.Count <= MostGroups ? groups : null;
    }

    static string? First(SamlLogin login, IReadOnlyDictionary<string, string> names, string what, string[] usual) =>
        Values(login, names, what, usual) is [var first, ..] ? first : null;

    static IReadOnlyList<string>? Values(SamlLogin login, IReadOnlyDictionary<string, string> names, string what, string[] usual) =>
        (names.TryGetValue(what, out var configured) ? [configured] : usual)
            .Select(name => login.Attributes.GetValueOrDefault(name)).FirstOrDefault(values => values is not null);
}
