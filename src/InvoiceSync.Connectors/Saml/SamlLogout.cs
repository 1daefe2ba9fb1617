namespace InvoiceSync.Connectors.Saml;

/// <summary>The provider wants sessions ended: of one name, in one of its sessions or in all. Id and ValidUntil are for the store that sees it once.</summary>
public sealed record SamlLogout(string Id, string NameId, IReadOnlyList<string> SessionIndexes, DateTimeOffset ValidUntil, string? RelayState)
{
    public override string ToString() => nameof(SamlLogout);
}
