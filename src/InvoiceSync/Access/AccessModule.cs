using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.Messaging;
using InvoiceSync.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace InvoiceSync.Access;

/// <summary>
/// People, their sessions and API keys, and what each may do in which company. Passwords and lock-out are ASP.NET Core
/// Identity's; sessions are rows here, so that ending one ends it everywhere.
/// </summary>
public sealed class AccessModule : IModule
{
    public static void Register(ModuleBuilder module)
    {
        module.Uses<TenancyModule>().Uses<MessagingModule>().Services
            .AddIdentityCore<User>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.Lockout.MaxFailedAccessAttempts = 10;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                // PasswordRules asks for more, and says it better.
                identity.Password.RequiredLength = 1;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
            })
            .AddPasswordValidator<PasswordRules>()
            .AddUserStore<UserOnlyStore<User, InvoiceSyncDb, Guid>>();
        module.Runs<RecheckSsoDomains>("access.recheck-domains", cron: "0 20 4 ? * MON", JobScope.EachTenant);
        module.Runs<ForgetOldSessions>("access.forget-old-sessions", cron: "0 10 3 * * ?", JobScope.Once);
        module.Runs<ForgetCalls>("access.forget-calls", cron: "0 25 * ? * *", JobScope.EachTenant);
        module.Runs<WatchSamlProviders>("access.watch-saml", cron: "0 40 3 * * ?", JobScope.EachTenant);
        module.Services.AddSingleton<ProtectionKeys>().AddSingleton<KeyDoor>();
        module.Services.TryAddSingleton(new AccessOptions());
        module.Services.AddSingleton<ILookupNormalizer, EmailAddress>().AddSingleton<BreachedPasswords>().AddScoped<PasswordRules>().AddScoped<Post>().AddScoped<WrongTries>().AddScoped<Slips>().AddScoped<PersonalActs>().AddScoped<AppCodes>().AddScoped<RecoveryCodes>().AddScoped<IUnderMasterKey, SecondFactorRewrap>();
        module.Services.AddScoped<SsoAdmission>().AddScoped<SsoAccounts>().AddSingleton<SsoIntents>().AddSingleton<SsoSecrets>().AddScoped<IKeepSecrets, SsoSecretKeeper>();
        module.Services.AddScoped<ScimRoles>().AddScoped<ScimPlaces>();
        // OWASP's figure for PBKDF2 with HMAC-SHA512.
        module.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
    }
}
