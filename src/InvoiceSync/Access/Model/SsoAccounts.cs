using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Access.Model;

/// <summary>
/// Makes and ties the accounts of people who come from an identity provider. Such a person has no normalised address: no
/// sign-in, reset or invitation by e-mail ever finds them, so what one company's provider says cannot reach another company.
/// </summary>
sealed class SsoAccounts(InvoiceSyncDb db, TimeProvider time)
{
    public User New(string email, string? name)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var user = new User { Id = id, UserName = $"sso-{id:N}", NormalizedUserName = $"SSO-{id:N}", Name = "", SecurityStamp = $"{id:N}" };
        Describe(user, email, name);
        db.Add(user);
        return user;
    }

    public SsoLogin Tie(SsoConnectionId connection, Guid person, string issuer, string subject)
    {
        var now = time.GetUtcNow();
        var login = new SsoLogin
        {
            Id = time.New<SsoLoginId>(),
            ConnectionId = connection,
            UserId = person,
            Issuer = issuer,
            Subject = subject,
            Key = SsoLogin.KeyOf(issuer, subject),
            CreatedAt = now,
            LastAt = now,
        };
        db.Add(login);
        return login;
    }

    /// <summary>Name and address as the provider writes them; a person with a local account keeps their own.</summary>
    public static void Describe(User user, string? email, string? name)
    {
        if (user.NormalizedEmail is not null) return;
        if (EmailDomain.Of(email) is not null) user.Email = email!.ToLowerInvariant();
        user.Name = SsoAttempt.Cut(name?.Trim() is { Length: > 0 } given ? given : user.Email ?? "", 100);
    }
}
