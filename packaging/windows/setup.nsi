; The setup for one user, without an administrator: setup.exe /S [/D=C:\Folder], uninstall.exe /S
; Both answer 0 when all is done, and 2, with nothing changed, while the program is open.
Unicode True
Target amd64-unicode
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
Name "Pathway Viewer ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
ManifestDPIAware true
InstallDir "$LOCALAPPDATA\Programs\PathwayViewer"
InstallDirRegKey HKCU "Software\PathwayViewer" "InstallDir"
SetCompressor lzma
SetDateSave on
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Pathway Viewer"
VIAddVersionKey FileDescription "Pathway Viewer setup"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey CompanyName "The Pathway Viewer maintainers"
VIAddVersionKey LegalCopyright "MIT licence; content CC BY 4.0"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\PathwayViewer"

; A folder is only ever emptied when it is ours.
!macro EmptyOurs
  ${If} ${FileExists} "$INSTDIR\PathwayViewer.exe"
    RMDir /r "$INSTDIR\_internal"
    RMDir /r "$INSTDIR\licences"
  ${EndIf}
!macroend

; Files of a program that is open cannot be replaced: half of two versions would lie there.
!macro StopWhileOpen NAME
  ${If} ${FileExists} "$INSTDIR\${NAME}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${NAME}" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "Pathway Viewer is open. Close it, then start again." /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

; Windows shows new icons and kinds of files at once.
!macro TellWindows
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)"
!macroend

Section
  SetShellVarContext current
  !insertmacro StopWhileOpen "PathwayViewer.exe"
  !insertmacro StopWhileOpen "pathway-viewer.exe"
  !insertmacro EmptyOurs
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Pathway Viewer.lnk" "$INSTDIR\PathwayViewer.exe"
  WriteRegStr HKCU "Software\PathwayViewer" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.pathway" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\.pathway" "Content Type" "${MIME}"
  WriteRegStr HKCU "Software\Classes\.yaml\OpenWithProgids" "${CLASS}" ""
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "Signalling pathway"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\PathwayViewer.exe,0"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\PathwayViewer.exe" "%1"'
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Pathway Viewer"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\PathwayViewer.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Pathway Viewer maintainers"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
  !insertmacro TellWindows
SectionEnd

Section Uninstall
  SetShellVarContext current
  !insertmacro StopWhileOpen "PathwayViewer.exe"
  !insertmacro StopWhileOpen "pathway-viewer.exe"
  Delete "$SMPROGRAMS\Pathway Viewer.lnk"
  !insertmacro EmptyOurs
  Delete "$INSTDIR\PathwayViewer.exe"
  Delete "$INSTDIR\pathway-viewer.exe"
  Delete "$INSTDIR\INSTALL-IT.md"
  Delete "$INSTDIR\KIOSK.md"
  Delete "$INSTDIR\CHANGELOG.md"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\PathwayViewer"
  ReadRegStr $0 HKCU "Software\Classes\.pathway" ""
  ${If} $0 == "${CLASS}"
    DeleteRegKey HKCU "Software\Classes\.pathway"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegValue HKCU "Software\Classes\.yaml\OpenWithProgids" "${CLASS}"
  DeleteRegKey /ifempty HKCU "Software\Classes\.yaml\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\.yaml"
  !insertmacro TellWindows
SectionEnd
