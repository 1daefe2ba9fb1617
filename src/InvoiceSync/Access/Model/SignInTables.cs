using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access.Model;

/// <summary>The tables around signing in.</summary>
static class SignInTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<SpentToken> SpentTokens => db.Set<SpentToken>();

        public DbSet<KnownDevice> KnownDevices => db.Set<KnownDevice>();

        public DbSet<FailedTry> FailedTries => db.Set<FailedTry>();

        public DbSet<Slip> Slips => db.Set<Slip>();

        public DbSet<SecondFactor> SecondFactors => db.Set<SecondFactor>();

        public DbSet<RecoveryCode> RecoveryCodes => db.Set<RecoveryCode>();

        public DbSet<Passkey> Passkeys => db.Set<Passkey>();

        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }
}
