namespace EmployerCrm.Bot.Cards;

/// <summary>What the buttons of our cards are called on the wire. Cards live in chats for months: a verb once sent stays understood.</summary>
internal static class Verbs
{
    public const string Undo = "undo";
    public const string EditVisit = "edit-visit";
    public const string SaveVisit = "save-visit";
    public const string ShowVisit = "show-visit";
    public const string OtherVisitDay = "other-visit-day";
    public const string OtherDueDay = "other-due-day";
    public const string Done = "done";
    public const string AskSnooze = "ask-snooze";
    public const string Snooze = "snooze";
    public const string ShowDue = "show-due";
    public const string UndoDue = "undo-due";
    public const string ChooseEmployer = "choose-employer";
    public const string NewEmployer = "new-employer";
    public const string AnswerDate = "answer-date";
    public const string AnswerClient = "answer-client";
    public const string ShowEmployer = "show-employer";
    public const string ShowAdjustments = "show-adjustments";
    public const string AnswerNextDate = "answer-next-date";
    public const string AnswerContact = "answer-contact";
    public const string NewContact = "new-contact";
    public const string DropDraft = "drop-draft";
    public const string ContinueDraft = "continue-draft";
    public const string ForgetDraft = "forget-draft";
    public const string OpenForm = "open-form";
    public const string SaveForm = "save-form";
    public const string CloseForm = "close-form";
    public const string ChangeVisit = "change-visit";
    public const string LeaveVisit = "leave-visit";
    public const string SetFact = "set-fact";
    public const string AddNextStep = "add-next-step";
    public const string VisitHappened = "visit-happened";
    public const string AskMove = "ask-move";
    public const string MoveVisit = "move-visit";
    public const string GuardRemove = "guard-remove";
    public const string GuardKeep = "guard-keep";
    public const string GuardEdit = "guard-edit";
    public const string VisitCancelled = "visit-cancelled";
    public const string ShowAgain = "show-again";
}
