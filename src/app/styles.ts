// Ahead of every module's own styles.
import './tokens.css'
