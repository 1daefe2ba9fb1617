using InvoiceSync.Kernel;

namespace InvoiceSync.Access;

/// <summary>What somebody can hand on to a key, and who answers for it.</summary>
public static class ApiKeyRights
{
    /// <summary>Held itself, or with a longer reach: who reads everybody's invoices may give away reading one's own.</summary>
    public static bool MayGive(this IReadOnlySet<string> permissions, string scope) => permissions.Contains("*") || permissions.Contains(scope) || scope.Split('.') switch
    {
        [var noun, var verb, "own"] => permissions.Contains($"{noun}.{verb}.team") || permissions.Contains($"{noun}.{verb}.all"),
        [var noun, var verb, "team"] => permissions.Contains($"{noun}.{verb}.all"),
        _ => false,
    };

    /// <summary>The person themself; nobody in particular when the installation acts. For a key that a key makes, see CreateApiKey.</summary>
    internal static string? Answering(Caller caller)
    {
        Rule.Require(!Ids.TryParse<ApiKeyId>(caller.Actor, out _), AccessErrors.NotAPerson);
        return Ids.TryParse<UserId>(caller.Actor, out _) ? caller.Actor : null;
    }
}
