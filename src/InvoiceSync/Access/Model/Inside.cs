using InvoiceSync.Kernel;

namespace InvoiceSync.Access.Model;

/// <summary>People belong to no company, so what is done to them as such is done behind the fence of the house: their letters are queued there.</summary>
static class Inside
{
    static readonly HashSet<string> Everything = ["*"];

    public static Caller House(Caller who) => who with { TenantOrNone = TenantId.Platform, Permissions = Everything };
}
