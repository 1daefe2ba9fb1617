namespace InvoiceSync.Access.Model.Letters;

/// <summary>What we write to people about their account.</summary>
enum LetterKind
{
    ResetPassword,
    PasswordChanged,
    ConfirmEmail,
    EmailChanged,
    Invitation,
    NewDevice,
    DeviceEnded,
    TokenStolen,
    TwoStepOn,
    TwoStepOff,
    RecoveryUsed,
    PasskeyAdded,
    PasskeyRemoved,
    ApprovalAsked,
    BreakGlassUsed,
}
