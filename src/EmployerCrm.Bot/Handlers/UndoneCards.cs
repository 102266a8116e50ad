using System.Text.Json.Nodes;
using EmployerCrm.Bot.Cards;
using EmployerCrm.Bot.Turns;
using EmployerCrm.Core;
using EmployerCrm.Core.Undo;

namespace EmployerCrm.Bot.Handlers;

/// <summary>What people see of something that was taken back.</summary>
internal static class UndoneCards
{
    public static string Sentence(Undone undone, DateOnly today) => undone.OwedAgain.Count == 0
        ? What(undone, today)
        : $"{What(undone, today)} {Texts.Get("UndoneOwedAgain", string.Join("; ", undone.OwedAgain.Select(owed => owed.DueOn is { } due ? $"{owed.Title}, {Texts.Get("OwedBy", DayText.Short(due, today))}" : owed.Title)))}";

    private static string What(Undone undone, DateOnly today)
    {
        var what = Texts.What(undone.Visit?.View.Visit.Channel ?? undone.Channel ?? Core.Visits.Channel.InPerson).ToLower(Texts.Culture);
        return undone.Kind switch
        {
            UndoKind.VisitLogged => Texts.Get("UndoneVisit", what, undone.EmployerName, undone.On is { } on ? DayText.Short(on, today) : ""),
            UndoKind.VisitChanged => Texts.Get("UndoneVisitChange", what, undone.EmployerName),
            UndoKind.JobStarted => Texts.Get("UndoneJobStart", undone.ClientReference, undone.EmployerName, undone.On is { } on ? DayText.Short(on, today) : ""),
            UndoKind.JobEnded => Texts.Get("UndoneJobEnd", undone.ClientReference, undone.EmployerName),
            UndoKind.ClientAdded => Texts.Get("UndoneClientAdded", undone.ClientReference),
            UndoKind.ClientChanged => Texts.Get("UndoneClientChanged", undone.ClientReference),
            UndoKind.ClientClosed => Texts.Get("UndoneClientClosed", undone.ClientReference),
            UndoKind.ClientSteppedDown => Texts.Get("UndoneClientSteppedDown", undone.ClientReference),
            UndoKind.ClientReopened => Texts.Get("UndoneClientReopened", undone.ClientReference),
            UndoKind.ClientContactsRecorded => Texts.Get("UndoneClientContacts", undone.ClientReference),
            UndoKind.PermissionGiven => Texts.Get("UndonePermissionGiven", undone.ClientReference, undone.EmployerName),
            UndoKind.PermissionRevoked => Texts.Get("UndonePermissionRevoked", undone.ClientReference, undone.EmployerName),
            UndoKind.JobChanged => Texts.Get("UndoneJobChanged", undone.ClientReference, undone.EmployerName),
            UndoKind.CareTeamTold => Texts.Get("UndoneCareTeamTold", undone.ClientReference),
            UndoKind.LiaisonRecorded => Texts.Get("UndoneLiaison", undone.ClientReference),
            UndoKind.FollowUpGiven => Texts.Get("UndoneFollowUpGiven"),
            UndoKind.ReminderAdded => Texts.Get("UndoneReminder", undone.Title),
            UndoKind.EmployerAdded => Texts.Get("UndoneEmployerAdded", undone.Title),
            UndoKind.EmployerChanged => Texts.Get("UndoneEmployerChanged", undone.Title),
            UndoKind.ContactAdded => Texts.Get("UndoneContactAdded", undone.Title, undone.EmployerName),
            UndoKind.ContactChanged => Texts.Get("UndoneContactChanged", undone.Title, undone.EmployerName),
            UndoKind.OpeningRecorded => Texts.Get("UndoneOpeningRecorded", undone.Title, undone.EmployerName),
            UndoKind.OpeningChanged => Texts.Get("UndoneOpeningChanged", undone.Title, undone.EmployerName),
            UndoKind.SettingsChanged => Texts.Get("UndoneSettings"),
            UndoKind.LeaveAdded or UndoKind.LeaveChanged or UndoKind.LeaveRemoved when undone.Leave is { } leave => Texts.Get("Undone" + undone.Kind, DayText.Range(leave.From, leave.To, today)),
            _ when undone.EmployerName is null => Texts.Get("UndoneFollowUpAlone", undone.Title),
            _ => Texts.Get("UndoneFollowUp", undone.Title, undone.EmployerName),
        };
    }

    /// <summary>What kind of card showed it.</summary>
    public static string KindOf(Undone undone) => undone.Kind switch
    {
        UndoKind.VisitLogged or UndoKind.VisitChanged => CardKinds.Visit,
        UndoKind.FollowUpDone or UndoKind.FollowUpSnoozed or UndoKind.FollowUpGiven => CardKinds.Due,
        UndoKind.PermissionGiven or UndoKind.PermissionRevoked => CardKinds.Permission,
        UndoKind.CareTeamTold or UndoKind.LiaisonRecorded => CardKinds.CareTeam,
        UndoKind.JobStarted or UndoKind.JobChanged => CardKinds.JobStart,
        UndoKind.JobEnded => CardKinds.JobEnd,
        UndoKind.ReminderAdded => CardKinds.Reminder,
        UndoKind.ClientAdded or UndoKind.ClientChanged or UndoKind.ClientClosed or UndoKind.ClientSteppedDown or UndoKind.ClientReopened => CardKinds.Client,
        UndoKind.ClientContactsRecorded => CardKinds.ClientContact,
        UndoKind.EmployerAdded or UndoKind.EmployerChanged => CardKinds.Employer,
        UndoKind.ContactAdded or UndoKind.ContactChanged => CardKinds.Contact,
        UndoKind.OpeningRecorded or UndoKind.OpeningChanged => CardKinds.Opening,
        UndoKind.SettingsChanged => CardKinds.Settings,
        UndoKind.LeaveAdded or UndoKind.LeaveChanged or UndoKind.LeaveRemoved => CardKinds.Leave,
        _ => throw new ArgumentOutOfRangeException(nameof(undone), undone.Kind, "No card is known to show this."),
    };

    /// <summary>The visit's card as it was before a change, or the sentence in place of what is gone.</summary>
    public static JsonObject InPlace(Undone undone, DateOnly today) =>
        undone.Visit is { } visit ? VisitCard.Build(visit, today) : TalkCards.Receipt(Texts.Get("UndoneTitle"), Sentence(undone, today));

    /// <summary>The other cards in this chat that still show what was undone.</summary>
    public static Task<IReadOnlyList<Reply>> ReplacedAsync(ICrmSession session, Undone undone, Turn turn) =>
        CardsHere.ReplacedAsync(session, turn, undone.SubjectId, KindOf(undone), () => InPlace(undone, turn.Today));
}
