using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Makes a person with a password, or takes the one with this e-mail, and gives them a role in a company.</summary>
[Requires("platform.manage")]
public sealed record AddPerson(string Email, string Name, string Password, TenantId Tenant, string Role) : ICommand<UserId>
{
    public override string ToString() => nameof(AddPerson);

    internal sealed class Handler(InvoiceSyncDb db, UserManager<User> users, TimeProvider time) : IHandle<AddPerson, UserId>
    {
        public async Task<UserId> Handle(AddPerson command, CancellationToken ct)
        {
            Rule.Require(Roles.Exists(command.Role), AccessErrors.RoleUnknown);
            Rule.Require(EmailAddress.TryClean(command.Email, out var email), AccessErrors.EmailInvalid);
            var user = await users.FindByEmailAsync(email);
            if (user is null)
            {
                var now = time.GetUtcNow();
                user = new User { Id = Guid.CreateVersion7(now), UserName = email, Email = email, Name = command.Name.Trim(), LockoutEnabled = true };
                var made = await users.CreateAsync(user, command.Password);
                Rule.Require(made.Succeeded, AccessErrors.PasswordWeak(string.Join(' ', made.Errors.Select(e => e.Description))));
            }

            if (!await db.Memberships.AnyAsync(m => m.UserId == user.Id && m.TenantId == command.Tenant, ct))
                db.Add(new Membership { UserId = user.Id, TenantId = command.Tenant, Roles = [command.Role], CreatedAt = time.GetUtcNow() });
            return new(user.Id);
        }
    }
}
