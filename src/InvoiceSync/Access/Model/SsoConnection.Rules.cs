using InvoiceSync.Kernel;

namespace InvoiceSync.Access.Model;

sealed partial class SsoConnection
{
    const int MostSettings = 50;
    const int MostGroups = 200;
    const int LongestSetting = 64 * 1024; // a provider's SAML metadata fits

    public void Rename(string name)
    {
        Rule.Require(name.Trim() is { Length: > 0 and <= 100 }, SsoErrors.NameMissing);
        Name = name.Trim();
    }

    /// <summary>Empty values are forgotten, what is not named stays. Whoever proved the old settings has not proved the new ones.</summary>
    public void Set(IReadOnlyDictionary<string, string> settings)
    {
        var merged = Settings.Concat(settings).GroupBy(s => s.Key).Select(s => s.Last()).Where(s => s.Value.Length > 0).ToDictionary();
        Rule.Require(merged.Count <= MostSettings && merged.All(s => s.Key.Length <= 100 && s.Value.Length <= LongestSetting), SsoErrors.SettingsTooLarge);
        if (merged.Count != Settings.Count || merged.Except(Settings).Any()) ProvedAt = null;
        Settings = merged;
    }

    public void Map(IReadOnlyList<SsoGroupRole> groups, string? defaultRole)
    {
        Rule.Require(groups.Count <= MostGroups && groups.All(g => IsNamed(g.Group)) && groups.DistinctBy(g => g.Group, StringComparer.Ordinal).Count() == groups.Count, SsoErrors.GroupInvalid);
        Rule.Require(groups.Select(g => g.Role).Concat(defaultRole is null ? [] : [defaultRole]).All(IsMappable), SsoErrors.RoleNotMappable);
        (GroupRoles, DefaultRole) = ([.. groups], defaultRole);
    }

    public void Read(IReadOnlyDictionary<string, string> attributes)
    {
        Rule.Require(attributes.Count <= MostSettings && attributes.All(a => a.Key.Length <= 100 && a.Value.Length <= 500), SsoErrors.SettingsTooLarge);
        Attributes = attributes.Where(a => a.Value.Length > 0).ToDictionary();
    }

    /// <summary>The roles a person has after this sign-in. An owner stays what they are: no provider gives that role or takes it.</summary>
    public IReadOnlyList<string> RolesFor(IReadOnlyList<string>? groups, IReadOnlyList<string> present)
    {
        if (present.Contains(Roles.Owner)) return present;
        if (groups is null || GroupRoles.Count == 0) return present.Count > 0 ? present : Default;
        IReadOnlyList<string> mapped = [.. GroupRoles.Where(g => groups.Contains(g.Group, StringComparer.Ordinal)).Select(g => g.Role).Distinct()];
        return mapped.Count > 0 ? mapped : Default;
    }

    IReadOnlyList<string> Default => DefaultRole is null ? [] : [DefaultRole];

    static bool IsNamed(string group) => group is { Length: > 0 and <= 255 } && group.Trim() == group && !group.Contains('*', StringComparison.Ordinal) && !group.Any(char.IsControl);

    static bool IsMappable(string role) => role != Roles.Owner && (Roles.Exists(role) || Ids.TryParse<RoleId>(role, out _));
}
