using InvoiceSync.Access;
using InvoiceSync.Web.Resources;
using Microsoft.Extensions.Localization;

namespace InvoiceSync.Web.Access;

/// <summary>A role in the reader's language; a company's own role by the name it was given.</summary>
static class RoleName
{
    public static string Of(IStringLocalizer<Portal> texts, string role, string? own = null) =>
        Roles.Exists(role) ? texts[$"role.{role}"] : own ?? texts["role.own"];
}
